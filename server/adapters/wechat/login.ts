import { UpstreamError } from '../../domain/upstream.ts'
import type { Login } from '../../ports/wechat.ts'
import type { Call } from './answer.ts'
import { secretVerdictOf } from './errcodes.ts'
import type { Lanes } from './lanes.ts'
import type { Tries } from './tries.ts'

const PATH = '/sns/jscode2session'
const USED = 40163

const isName = (value: unknown): value is string => typeof value === 'string' && value !== ''
const holds = ({ openid }: Record<string, unknown>) => isName(openid)

/**
 * The assistant's login. A code is good for one use, and yet a lost answer is asked for again: when the first try did
 * not arrive, the second one saves the person a round; when it did, WeChat says 40163 to the second, which then is our
 * bad luck and not a code that the person used twice.
 *
 * Nothing is remembered between calls: 45011 counts one person's logins, not the app's.
 */
export function createLogin(lanes: Lanes, tries: Tries, assistant: { appid: string; secret: string } | null): Login {
  return {
    async exchange(code) {
      if (!assistant) throw new UpstreamError('secret_refused', 'login with WeChat is not configured')
      const { appid, secret } = assistant
      const query = { appid, secret, js_code: code, grant_type: 'authorization_code' }
      const call: Call = { appid, method: 'GET', path: PATH, query, verdictOf: secretVerdictOf, holds }
      const answer = await lanes.run(appid, 'reader', () => tries(call))
      if (!answer.ok) {
        const { errcode } = answer.error.details
        if (errcode === USED && answer.tries > 1) {
          throw new UpstreamError('failed', `GET ${PATH} lost the answer of its first try`, { errcode })
        }
        throw answer.error
      }
      const { openid, unionid } = answer.json
      return { openid: String(openid), unionid: isName(unionid) ? unionid : null }
    },
  }
}
