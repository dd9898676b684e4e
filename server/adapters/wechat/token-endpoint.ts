import type { Clock } from '../../ports/clock.ts'
import type { WeChatMetrics } from '../../ports/telemetry.ts'
import type { StoredToken } from '../../ports/tokens.ts'
import type { Call, Failed } from './answer.ts'
import { secretVerdictOf } from './errcodes.ts'
import type { Tries } from './tries.ts'

export const STABLE_TOKEN = '/cgi-bin/stable_token'

/** What WeChat promises at most. */
const MAX_LIFE_SECONDS = 7_200

const holds = ({ access_token: token, expires_in: seconds }: Record<string, unknown>) =>
  typeof token === 'string' && token !== '' && Number(seconds) > 0

export interface TokenEndpointOptions {
  tries: Tries
  clock: Clock
  metrics: Pick<WeChatMetrics, 'tokenRefresh'>
}

/**
 * Asks for the app's token in normal mode, where WeChat hands the same one to everybody within its life; never by
 * force, which would take it away from other systems of the account.
 */
export function createTokenEndpoint({ tries, clock, metrics }: TokenEndpointOptions) {
  return async (appid: string, secret: string): Promise<{ ok: true; stored: StoredToken } | Failed> => {
    const call: Call = {
      appid,
      method: 'POST',
      path: STABLE_TOKEN,
      body: { grant_type: 'client_credential', appid, secret, force_refresh: false },
      verdictOf: secretVerdictOf,
      holds,
    }
    const askedAt = clock.now()
    const answer = await tries(call)
    if (answer.ok) metrics.tokenRefresh('ok')
    else metrics.tokenRefresh(answer.outcome === 'refused' ? 'refused' : 'failed')
    if (!answer.ok) return answer
    const { access_token, expires_in } = answer.json
    const seconds = Math.min(Number(expires_in), MAX_LIFE_SECONDS)
    return { ok: true, stored: { token: String(access_token), expiresAt: askedAt + seconds * 1000 } }
  }
}

export type TokenEndpoint = ReturnType<typeof createTokenEndpoint>
