import type { Endpoint } from '../wire/api.ts'
import { callingApp, jsonObject, permit } from '../wire/checks.ts'
import { Refusal } from '../wire/errors.ts'
import { textField } from '../wire/exchange.ts'

/** Greatest length per kind of field, the kind being the letters of its key. */
const lengths: Readonly<Record<string, number>> = {
  thing: 20,
  letter: 32,
  number: 32,
  symbol: 5,
  character_string: 32,
  phone_number: 17,
  car_number: 8,
  phrase: 5,
}

function checkField(key: string, field: unknown): void {
  const value = textField(field, 'value') ?? ''
  if (value === '') throw new Refusal(47003, `argument invalid! data.${key}.value is empty`)
  const limit = lengths[key.replace(/\d+$/, '')]
  if (limit !== undefined && [...value].length > limit) {
    throw new Refusal(47003, `argument invalid! data.${key}.value invalid`)
  }
}

/** `POST /cgi-bin/message/subscribe/send`; a missing subscription (43101) is a fault to switch on. */
export const subscribeSend: Endpoint = (exchange, platform) => {
  const app = callingApp(exchange, platform)
  const body = jsonObject(exchange)
  permit(app, exchange.path)
  if (!textField(body, 'touser')) throw new Refusal(40003)
  if (!textField(body, 'template_id')) throw new Refusal(40037)
  const data = body.data
  if (typeof data !== 'object' || data === null) throw new Refusal(47001)
  for (const [key, field] of Object.entries(data)) checkField(key, field)
  return () => ({ errcode: 0, errmsg: 'ok', msgid: 2_900_000_000_000_000_000 + platform.calls.length })
}
