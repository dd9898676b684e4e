import type { Platform } from '../platform.ts'
import type { SandboxApp } from '../types.ts'
import { Refusal } from './errors.ts'
import type { Exchange } from './exchange.ts'

/** The calling account of a business call: token present, valid, account alive, calls left. */
export function callingApp(exchange: Exchange, platform: Platform): SandboxApp {
  const token = exchange.query.get('access_token')
  if (!token) throw new Refusal(41001)
  const app = platform.apps.get(platform.tokens.check(token, exchange.at))
  if (!app) throw new Refusal(40001)
  if (app.accountFrozen) throw new Refusal(50007)
  platform.quotas.spend(app, exchange.path, exchange.at)
  return app
}

/** The body as a JSON object; 44002 without one, 47001 for anything else. */
export function jsonObject(exchange: Exchange): Record<string, unknown> {
  if (exchange.text === '') throw new Refusal(44002)
  const { json } = exchange
  if (typeof json !== 'object' || json === null || Array.isArray(json)) throw new Refusal(47001)
  return json as Record<string, unknown>
}

/** 48001 when this account may not call this path. */
export function permit(app: SandboxApp, path: string): void {
  if (app.refused === true || (Array.isArray(app.refused) && app.refused.includes(path))) throw new Refusal(48001)
}

/** AppID and AppSecret as the token and login endpoints check them. */
export function credentials(platform: Platform, appid: string | null, secret: string | null): SandboxApp {
  const app = knownApp(platform, appid)
  if (!secret) throw new Refusal(41004)
  if (secret !== app.secret) throw new Refusal(40125)
  if (app.secretFrozen) throw new Refusal(40243)
  if (app.accountFrozen) throw new Refusal(50007)
  return app
}

/** 41002 without an AppID, 40013 for a malformed or unknown one. */
export function knownApp(platform: Platform, appid: string | null): SandboxApp {
  if (!appid) throw new Refusal(41002)
  const app = /^wx[0-9a-f]{16}$/.test(appid) ? platform.apps.get(appid) : undefined
  if (!app) throw new Refusal(40013)
  return app
}
