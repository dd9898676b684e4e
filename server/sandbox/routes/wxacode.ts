import { Buffer } from 'node:buffer'
import type { Endpoint } from '../wire/api.ts'
import { callingApp, jsonObject, permit } from '../wire/checks.ts'
import { Refusal } from '../wire/errors.ts'
import { codeImage } from './code-image.ts'

/** `POST /wxa/getwxacodeunlimit`: an image; its picture stands for a code but cannot be scanned. */
export const wxaCodeUnlimited: Endpoint = (exchange, platform) => {
  const app = callingApp(exchange, platform)
  const body = jsonObject(exchange)
  permit(app, exchange.path)
  const { scene, page, width = 430, env_version = 'release' } = body
  if (typeof scene !== 'string' || !/^[\w!#$&'()*+,/:;=?@\-.~]{1,32}$/.test(scene)) throw new Refusal(40169)
  if (!['release', 'trial', 'develop'].includes(String(env_version))) throw new Refusal(40097)
  if (typeof width !== 'number' || width < 280 || width > 1280) throw new Refusal(40097)
  if (page !== undefined && (typeof page !== 'string' || /^\/|\?/.test(page))) throw new Refusal(40097)
  const released = app.traffic?.pages ?? []
  const known = page === undefined || released.length === 0 || released.some(each => each.path === page)
  if (body.check_path !== false && !known) throw new Refusal(41030)
  return () => ({ image: Buffer.from(codeImage(`${app.appid} ${scene}`)), type: 'image/jpeg' })
}
