import type { Platform } from '../platform.ts'
import type { SandboxApp } from '../types.ts'
import type { Endpoint } from '../wire/api.ts'
import { credentials, jsonObject, knownApp } from '../wire/checks.ts'
import { Refusal } from '../wire/errors.ts'
import { type Exchange, textField } from '../wire/exchange.ts'

function tokenApp(
  exchange: Exchange,
  platform: Platform,
  given: { appid: string | null; secret: string | null; grantType: string | null },
): SandboxApp {
  knownApp(platform, given.appid)
  if (given.grantType !== 'client_credential') throw new Refusal(40002)
  const app = credentials(platform, given.appid, given.secret)
  const { callerIp } = platform
  if (app.ipWhitelist && !app.ipWhitelist.includes(callerIp)) {
    throw new Refusal(40164, `invalid ip ${callerIp} ipv6 ::ffff:${callerIp}, not in whitelist`)
  }
  platform.quotas.spend(app, exchange.path, exchange.at)
  return app
}

/** `GET /cgi-bin/token`. */
export const classicToken: Endpoint = (exchange, platform) => {
  const { query, at } = exchange
  const given = { appid: query.get('appid'), secret: query.get('secret'), grantType: query.get('grant_type') }
  const { appid } = tokenApp(exchange, platform, given)
  return () => ({ ...platform.tokens.classic(appid, at) })
}

/** `POST /cgi-bin/stable_token`. */
export const stableToken: Endpoint = (exchange, platform) => {
  const body = jsonObject(exchange)
  const given = {
    appid: textField(body, 'appid'),
    secret: textField(body, 'secret'),
    grantType: textField(body, 'grant_type'),
  }
  const { appid } = tokenApp(exchange, platform, given)
  const { tokens } = platform
  return () => ({
    ...(body.force_refresh === true ? tokens.force(appid, exchange.at) : tokens.stable(appid, exchange.at)),
  })
}
