import { addDays, dayOf } from '../../../src/contract/periods.ts'
import type { Clock } from '../../ports/clock.ts'
import type { DatacubeQuestion, ProvenSecret, SecretProof } from '../../ports/wechat.ts'
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

export function createSecretProof({ endpoint, tries, lanes, clock }: SecretProofOptions): SecretProof {
  /**
   * Asks for the day before yesterday, which is computed at any hour. Only the wrong kind of account speaks against
   * the binding; any other failure will show on the app's screens.
   */
  async function askClosedDay(appid: string, token: string): Promise<ProvenSecret['answer']> {
    const day = addDays(dayOf(clock.now()), -2)
    const question: DatacubeQuestion = { appid, report: 'visit.daily', from: day, to: day }
    const answer = await tries({ ...callOf(question), query: { access_token: token } })
    if (answer.ok) return { question, text: answer.text, fetchedAt: clock.now() }
    if (answer.error.failure === 'wrong_kind') throw answer.error
    return null
  }

  return {
    prove: ({ appid, secret, kind }) =>
      lanes.run(appid, 'reader', async () => {
        const answer = await endpoint(appid, secret)
        if (!answer.ok) throw answer.error
        const { token, expiresAt } = answer.stored
        return {
          token,
          tokenExpiresAt: expiresAt,
          answer: kind === 'miniprogram' ? await askClosedDay(appid, token) : null,
        }
      }),
  }
}
