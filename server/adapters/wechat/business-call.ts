import { UpstreamError } from '../../domain/upstream.ts'
import type { Clock } from '../../ports/clock.ts'
import type { Lane } from '../../ports/wechat.ts'
import type { AccessTokens } from './access-token.ts'
import type { Answer, Call, Failed } from './answer.ts'
import type { Rests } from './rests.ts'
import type { Standing } from './standing.ts'
import type { Pause, Tries } from './tries.ts'

/** Spread over which backfill calls come back after a minute's rest. */
const JITTER_MS = 5_000

export interface BusinessCallsOptions {
  tokens: AccessTokens
  tries: Tries
  rests: Rests
  standing: Standing
  clock: Clock
  pause: Pause
  random: () => number
}

/** A call with the app's access token. @throws UpstreamError */
export type BusinessCall = (call: Call, lane: Lane) => Promise<Extract<Answer, { ok: true }>>

export function createBusinessCall(options: BusinessCallsOptions): BusinessCall {
  const { tokens, tries, rests, standing, clock, pause, random } = options

  const pauseUntil = (instant: number) => pause(Math.max(0, instant - clock.now()) + random() * JITTER_MS)

  const remember = (call: Call, failed: Failed) => {
    const { reaction } = failed.verdict
    const wholeApp = reaction === 'stop_app' || reaction === 'rest_app'
    return wholeApp ? standing.refuse(call.appid, failed) : rests.note(call.appid, call.path, failed)
  }

  /** Nobody looks at backfill, so it may sit out the minute; a reader is told at once. */
  async function waitForPath(call: Call, lane: Lane) {
    const rest = rests.find(call.appid, call.path)
    if (rest?.short && lane === 'backfill') await pauseUntil(rest.until)
    const still = rests.find(call.appid, call.path)
    if (still) throw still.error
  }

  return async (call, lane) => {
    await waitForPath(call, lane)
    let refreshed = false
    let waited = false
    for (;;) {
      const token = await tokens.take(call.appid)
      const answer = await tries({ ...call, query: { ...call.query, access_token: token } })
      if (answer.ok) {
        await standing.accept(call.appid)
        return answer
      }
      const { reaction } = answer.verdict
      if (reaction === 'refresh') {
        await tokens.drop(call.appid, token)
        if (refreshed) {
          const words = `${answer.error.message} twice: another system is refreshing this account's token`
          throw new UpstreamError('failed', words, answer.error.details)
        }
        refreshed = true
        continue
      }
      const error = await remember(call, answer)
      if (reaction !== 'next_minute' || lane === 'reader' || waited) throw error
      waited = true
      await pauseUntil(error.details.notBefore ?? clock.now())
    }
  }
}
