import { addDays, type Day, dayOf } from '../../../src/contract/periods.ts'
import type { Clock } from '../../ports/clock.ts'
import type { DatacubeQuestion, ProvenAnswer, SecretProof } from '../../ports/wechat.ts'
import { callOf } from './datacube.ts'
import type { Lanes } from './lanes.ts'
import type { TokenEndpoint } from './token-endpoint.ts'
import type { Tries } from './tries.ts'

export interface SecretProofOptions {
  endpoint: TokenEndpoint
  tries: Tries
  lanes: Lanes
  clock: Clock
}

const visitsOf = (appid: string, day: Day): DatacubeQuestion => ({ appid, report: 'visit.daily', from: day, to: day })

export function createSecretProof({ endpoint, tries, lanes, clock }: SecretProofOptions): SecretProof {
  /**
   * Asks for a day that is computed at any hour. Only the wrong kind of account speaks against the binding; any other
   * failure will show on the app's screens.
   */
  async function askClosedDay(question: DatacubeQuestion, token: string): Promise<ProvenAnswer | null> {
    const answer = await tries({ ...callOf(question), query: { access_token: token } })
    if (answer.ok) return { question, text: answer.text, fetchedAt: clock.now() }
    if (answer.error.failure === 'wrong_kind') throw answer.error
    return null
  }

  return {
    async prove({ appid, secret, kind, days, isSettled }) {
      const answer = await lanes.run(appid, 'reader', () => endpoint(appid, secret))
      if (!answer.ok) throw answer.error
      const { token, expiresAt } = answer.stored
      const newest = addDays(dayOf(clock.now()), -2)
      const asked = Array.from({ length: kind === 'miniprogram' ? days : 0 }, async (_, back) => {
        const question = visitsOf(appid, addDays(newest, -back))
        // days that WeChat answered under an earlier binding tell as well what kind of account it is
        if (await isSettled(question)) return null
        return lanes.run(appid, 'reader', () => askClosedDay(question, token))
      })
      const answers = (await Promise.all(asked)).filter(one => one !== null)
      return { token, tokenExpiresAt: expiresAt, answers }
    },
  }
}
