import { Hono } from 'hono'
import type { Platform } from '../platform.ts'
import { api, type Endpoint } from '../wire/api.ts'
import { Refusal } from '../wire/errors.ts'
import type { Bindings } from '../wire/exchange.ts'
import { mediaCheck, messageCheck } from './content-check.ts'
import { datacubeReports } from './datacube.ts'
import { jscode2session } from './login.ts'
import { subscribeSend } from './message.ts'
import { apiDomainIp, clearQuota, clearQuotaBySecret, quotaGet, ridGet } from './operations.ts'
import { performanceBoot } from './performance.ts'
import { getTemplate } from './templates.ts'
import { classicToken, stableToken } from './token.ts'
import { wxaCodeUnlimited } from './wxacode.ts'

const unknownPath: Endpoint = () => {
  throw new Refusal(40066)
}

/** The emulated paths of api.weixin.qq.com; any other answers 40066. */
export function apiRoutes(platform: Platform): Hono<{ Bindings: Bindings }> {
  const gets: Record<string, Endpoint> = {
    '/cgi-bin/token': classicToken,
    '/sns/jscode2session': jscode2session,
    '/cgi-bin/get_api_domain_ip': apiDomainIp,
    '/wxaapi/newtmpl/gettemplate': getTemplate,
  }
  const posts: Record<string, Endpoint> = {
    '/cgi-bin/stable_token': stableToken,
    '/cgi-bin/clear_quota': clearQuota,
    '/cgi-bin/clear_quota/v2': clearQuotaBySecret,
    '/cgi-bin/openapi/rid/get': ridGet,
    '/cgi-bin/message/subscribe/send': subscribeSend,
    '/wxa/getwxacodeunlimit': wxaCodeUnlimited,
    '/wxa/msg_sec_check': messageCheck,
    '/wxa/media_check_async': mediaCheck,
    '/wxa/business/performance/boot': performanceBoot,
  }
  for (const [name, endpoint] of Object.entries(datacubeReports)) posts[`/datacube/${name}`] = endpoint
  const paths = new Set([...Object.keys(gets), ...Object.keys(posts)])
  posts['/cgi-bin/openapi/quota/get'] = quotaGet(paths)

  const app = new Hono<{ Bindings: Bindings }>()
  for (const [path, endpoint] of Object.entries(gets)) app.all(path, api(platform, 'GET', endpoint))
  for (const [path, endpoint] of Object.entries(posts)) app.all(path, api(platform, 'POST', endpoint))
  app.all('*', api(platform, null, unknownPath))
  return app
}
