import type { Endpoint } from '../wire/api.ts'
import { credentials } from '../wire/checks.ts'
import { Refusal } from '../wire/errors.ts'

/** `GET /sns/jscode2session`: needs no access token. */
export const jscode2session: Endpoint = ({ query, at, path }, platform) => {
  const app = credentials(platform, query.get('appid'), query.get('secret'))
  const code = query.get('js_code')
  if (!code) throw new Refusal(41008)
  if ((query.get('grant_type') ?? 'authorization_code') !== 'authorization_code') throw new Refusal(40002)
  const redeem = platform.codes.check(code, app.appid, at)
  platform.quotas.spend(app, path, at)
  return () => ({ ...redeem() })
}
