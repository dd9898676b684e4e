import type { Endpoint } from '../wire/api.ts'
import { callingApp, credentials, jsonObject } from '../wire/checks.ts'
import { Refusal } from '../wire/errors.ts'
import { textField } from '../wire/exchange.ts'

const ok = { errcode: 0, errmsg: 'ok' }

/** `POST /cgi-bin/openapi/quota/get`. @param paths every path that the emulator knows. */
export const quotaGet =
  (paths: ReadonlySet<string>): Endpoint =>
  (exchange, platform) => {
    const app = callingApp(exchange, platform)
    const path = textField(jsonObject(exchange), 'cgi_path')
    if (path === null || !paths.has(path)) throw new Refusal(76021)
    const { daily, used, perMinute } = platform.quotas.state(app, path, exchange.at)
    return () => ({
      ...ok,
      quota: { daily_limit: daily, used, remain: Math.max(0, daily - used) },
      rate_limit: { call_count: perMinute, refresh_second: 60 },
      component_rate_limit: { call_count: perMinute, refresh_second: 60 },
    })
  }

/** `POST /cgi-bin/clear_quota`. */
export const clearQuota: Endpoint = (exchange, platform) => {
  const app = callingApp(exchange, platform)
  if (textField(jsonObject(exchange), 'appid') !== app.appid) throw new Refusal(40013)
  return () => {
    platform.quotas.clear(app.appid, exchange.at)
    return ok
  }
}

/** `POST /cgi-bin/clear_quota/v2`: by AppSecret, without a token. */
export const clearQuotaBySecret: Endpoint = (exchange, platform) => {
  const body = jsonObject(exchange)
  const { appid } = credentials(platform, textField(body, 'appid'), textField(body, 'appsecret'))
  return () => {
    platform.quotas.clear(appid, exchange.at)
    return ok
  }
}

/** `POST /cgi-bin/openapi/rid/get`. */
export const ridGet: Endpoint = (exchange, platform) => {
  callingApp(exchange, platform)
  const record = platform.rids.find(textField(jsonObject(exchange), 'rid') ?? '')
  if (!record) throw new Refusal(76001)
  return () => ({
    ...ok,
    request: {
      invoke_time: Math.floor(record.invokedAt / 1000),
      cost_in_ms: 12,
      request_url: record.url,
      request_body: record.requestBody,
      response_body: record.responseBody,
      client_ip: platform.callerIp,
    },
  })
}

/** `GET /cgi-bin/get_api_domain_ip`. */
export const apiDomainIp: Endpoint = (exchange, platform) => {
  callingApp(exchange, platform)
  return () => ({ ip_list: ['101.226.212.27', '58.246.220.31', '183.3.224.143/32'] })
}
