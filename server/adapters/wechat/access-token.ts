import { UpstreamError } from '../../domain/upstream.ts'
import type { AppSecrets } from '../../ports/apps.ts'
import type { Clock } from '../../ports/clock.ts'
import type { StoredToken, TokenStore } from '../../ports/tokens.ts'
import type { Rests } from './rests.ts'
import type { Standing } from './standing.ts'
import { STABLE_TOKEN, type TokenEndpoint } from './token-endpoint.ts'
import type { Pause } from './tries.ts'

/** WeChat renews a stable token five minutes before its end, so one minute is early enough. */
const EARLY_MS = 60_000
/** One exchange of 5 s, one retry and their pauses. A holder that died is replaced when it ends. */
const LEASE_MS = 8_000
const POLL_MS = 50
/** Two leases: longer than any one holder can keep the others waiting. */
const MAX_WAIT_MS = 2 * LEASE_MS

export interface AccessTokensOptions {
  tokens: TokenStore
  secrets: AppSecrets
  endpoint: TokenEndpoint
  standing: Standing
  rests: Rests
  clock: Clock
  pause: Pause
  /** Names this instance among those that share the store. */
  holder: string
}

/** The access token of each app: one refresh for all callers of this instance and, by the lease, of all others. */
export interface AccessTokens {
  /** @throws UpstreamError when WeChat gives none */
  take(appid: string): Promise<string>
  /** WeChat took this very token for invalid; a newer one stays. */
  drop(appid: string, token: string): Promise<void>
  forget(appid: string): void
}

export function createAccessTokens(options: AccessTokensOptions): AccessTokens {
  const { tokens, secrets, endpoint, standing, rests, clock, pause, holder } = options
  const known = new Map<string, StoredToken>()
  const refused = new Map<string, string>()
  const refreshing = new Map<string, Promise<string>>()

  const isFresh = (stored: StoredToken) => stored.expiresAt - EARLY_MS > clock.now()

  /** The shared token, unless it is old or the very one that was refused here. */
  async function readStored(appid: string): Promise<string | null> {
    const stored = await tokens.read(appid)
    if (!stored || !isFresh(stored) || stored.token === refused.get(appid)) return null
    known.set(appid, stored)
    return stored.token
  }

  async function readSecret(appid: string): Promise<string | null> {
    try {
      return await secrets.read(appid)
    } catch (error) {
      if (error instanceof UpstreamError) await standing.noteUnreadable(appid)
      throw error
    }
  }

  async function fetchToken(appid: string): Promise<string> {
    const rest = rests.find(appid, STABLE_TOKEN)
    if (rest) throw rest.error
    const secret = await readSecret(appid)
    if (secret === null) throw new UpstreamError('secret_refused', `no secret is kept for ${appid}`)
    const answer = await endpoint(appid, secret)
    if (!answer.ok) {
      const { reaction } = answer.verdict
      const lasting = reaction === 'stop_app' || reaction === 'rest_app'
      throw lasting ? await standing.refuse(appid, answer, secret) : rests.note(appid, STABLE_TOKEN, answer)
    }
    // An app that was unbound meanwhile leaves no token behind.
    if ((await secrets.read(appid)) === secret) {
      await tokens.write(appid, answer.stored)
      known.set(appid, answer.stored)
      refused.delete(appid)
      await standing.accept(appid)
    }
    return answer.stored.token
  }

  async function refresh(appid: string): Promise<string> {
    const deadline = clock.now() + MAX_WAIT_MS
    for (;;) {
      const shared = await readStored(appid)
      if (shared !== null) return shared
      const now = clock.now()
      if (await tokens.claim(appid, holder, now, now + LEASE_MS)) {
        try {
          return (await readStored(appid)) ?? (await fetchToken(appid))
        } finally {
          await tokens.release(appid, holder)
        }
      }
      if (now >= deadline) throw new UpstreamError('failed', `no other instance got a token for ${appid}`)
      await pause(POLL_MS)
    }
  }

  return {
    async take(appid) {
      await standing.check(appid)
      const stored = known.get(appid)
      if (stored && isFresh(stored)) return stored.token
      const running = refreshing.get(appid)
      if (running) return running
      const started = refresh(appid).finally(() => refreshing.delete(appid))
      refreshing.set(appid, started)
      return started
    },
    async drop(appid, token) {
      if (known.get(appid)?.token === token) {
        known.delete(appid)
        refused.set(appid, token)
      }
      await tokens.drop(appid, token)
    },
    forget(appid) {
      known.delete(appid)
      refused.delete(appid)
    },
  }
}
