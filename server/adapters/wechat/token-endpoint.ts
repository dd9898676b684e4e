import type { Clock } from '../../ports/clock.ts'
import type { RefreshOutcome, WeChatMetrics } from '../../ports/telemetry.ts'
import type { StoredToken } from '../../ports/tokens.ts'
import { broken, type Call, type Failed } from './answer.ts'
import { secretVerdictOf } from './errcodes.ts'
import type { Tries } from './tries.ts'

export const STABLE_TOKEN = '/cgi-bin/stable_token'

/** What WeChat promises at most. */
const MAX_LIFE_SECONDS = 7_200

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
    }
    const askedAt = clock.now()
    const answer = await tries(call)
    const done = <Result>(outcome: RefreshOutcome, result: Result) => {
      metrics.tokenRefresh(outcome)
      return result
    }
    if (!answer.ok) return done(answer.outcome === 'refused' ? 'refused' : 'failed', answer)
    const { access_token: token, expires_in } = answer.json
    const seconds = Math.min(Number(expires_in), MAX_LIFE_SECONDS)
    if (typeof token !== 'string' || token === '' || !(seconds > 0)) {
      return done('failed', broken(call, 'not_json', 'answered no token'))
    }
    return done('ok', { ok: true, stored: { token, expiresAt: askedAt + seconds * 1000 } })
  }
}

export type TokenEndpoint = ReturnType<typeof createTokenEndpoint>
