import { setMaxListeners } from 'node:events'
import { setTimeout as sleepFor } from 'node:timers/promises'
import type { AppSecrets, Apps } from '../../ports/apps.ts'
import type { Assistant } from '../../ports/assistant.ts'
import type { Clock } from '../../ports/clock.ts'
import type { CallLog, WeChatMetrics } from '../../ports/telemetry.ts'
import type { TokenStore } from '../../ports/tokens.ts'
import type { Datacube, Login, SecretProof } from '../../ports/wechat.ts'
import { createAccessTokens } from './access-token.ts'
import { createAssistant } from './assistant.ts'
import { createBusinessCall } from './business-call.ts'
import { createDatacube } from './datacube.ts'
import { createHttp } from './http.ts'
import { createLanes } from './lanes.ts'
import { createLogin } from './login.ts'
import { createRests } from './rests.ts'
import { createSecretProof } from './secret-proof.ts'
import { createStanding } from './standing.ts'
import { createTokenEndpoint } from './token-endpoint.ts'
import { createPause, createTries } from './tries.ts'

export interface WeChatOptions {
  /** `https://api.weixin.qq.com`, or any http(s) origin that speaks like it; a path is kept as prefix. */
  baseUrl: string
  /** The mini program that people log in with; `null` where nobody does. */
  assistant: { appid: string; secret: string } | null
  tokens: TokenStore
  secrets: AppSecrets
  apps: Pick<Apps, 'noteToken'>
  clock: Clock
  log: CallLog
  metrics: WeChatMetrics
  /** Names this instance among those that share the token store. */
  holder: string
  /** 0 ≤ x < 1, for jitter. */
  random?: () => number
  /** Must reject when the signal aborts. */
  sleep?: (milliseconds: number, signal: AbortSignal) => Promise<void>
  /** Limit of one exchange, body included; 5 s unless named. */
  timeoutMs?: number
  /** 8 MiB unless named. */
  maxBytes?: number
  /** Calls that may wait in one lane of one app; 2,000 unless named. */
  maxWaiting?: number
}

/** Everything we ask of WeChat. No access token leaves it, except the one of a proven secret. */
export interface WeChat {
  datacube: Datacube
  login: Login
  /** What we ask as the assistant's own mini program. */
  assistant: Assistant
  secretProof: SecretProof
  /** Forgets what was learnt about an app: after its secret was replaced, and after it was unbound. */
  forget(appid: string): void
  /** Breaks off every call, waiting ones too, and settles when none is left. */
  close(): Promise<void>
}

/** @throws TypeError when `baseUrl` is none. */
export function createWeChat(options: WeChatOptions): WeChat {
  const { baseUrl, assistant, tokens: store, apps, clock, log, metrics, holder } = options
  const { random = Math.random, timeoutMs = 5_000, maxBytes = 8 * 1024 * 1024, maxWaiting = 2_000 } = options
  const sleep = options.sleep ?? ((milliseconds, signal) => sleepFor(milliseconds, undefined, { signal }))
  const secrets: AppSecrets = {
    // a bound app's own secret goes first: the assistant may be one of them
    read: async appid => (await options.secrets.read(appid)) ?? (assistant?.appid === appid ? assistant.secret : null),
  }
  const closing = new AbortController()
  setMaxListeners(0, closing.signal)

  const pause = createPause(sleep, closing.signal)
  const http = createHttp({ baseUrl, timeoutMs, maxBytes, clock, log, metrics, closing: closing.signal })
  const tries = createTries({ http, pause, random, metrics })
  const rests = createRests(clock)
  const standing = createStanding({ apps, secrets, clock, log })
  const endpoint = createTokenEndpoint({ tries, clock, metrics })
  const tokens = createAccessTokens({ tokens: store, secrets, endpoint, standing, rests, clock, pause, holder })
  const lanes = createLanes({ metrics, maxWaiting, closing: closing.signal })
  const ask = createBusinessCall({ tokens, tries, rests, standing, clock, pause, random })

  return {
    datacube: createDatacube(lanes, ask),
    login: createLogin(lanes, tries, assistant),
    assistant: createAssistant(lanes, ask, assistant?.appid ?? null),
    secretProof: createSecretProof({ endpoint, tries, lanes, clock }),
    forget(appid) {
      tokens.forget(appid)
      standing.forget(appid)
      rests.forget(appid)
    },
    async close() {
      closing.abort()
      await lanes.idle()
    },
  }
}
