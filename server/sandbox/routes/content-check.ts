import type { Endpoint } from '../wire/api.ts'
import { callingApp, jsonObject, permit } from '../wire/checks.ts'
import { Refusal } from '../wire/errors.ts'
import { textField } from '../wire/exchange.ts'

const MAX_CHARACTERS = 2_500
/** Texts that hold it are risky here. */
const risky = /违禁/

/** The second version wants the openid of who wrote it. */
function writer(body: Record<string, unknown>): void {
  if (body.version !== 2) throw new Refusal(47001)
  if (!textField(body, 'openid')) throw new Refusal(40003)
  if (![1, 2, 3, 4].includes(Number(body.scene))) throw new Refusal(47001)
}

const traceOf = (calls: number) => `sandbox-trace-${calls}`

/** `POST /wxa/msg_sec_check`, version 2. */
export const messageCheck: Endpoint = (exchange, platform) => {
  permit(callingApp(exchange, platform), exchange.path)
  const body = jsonObject(exchange)
  writer(body)
  const content = textField(body, 'content')
  if (!content || [...content].length > MAX_CHARACTERS) throw new Refusal(47001)
  const result = risky.test(content) ? { suggest: 'risky', label: 20006 } : { suggest: 'pass', label: 100 }
  return () => ({
    errcode: 0,
    errmsg: 'ok',
    result,
    detail: [{ strategy: 'content_model', errcode: 0, ...result, prob: 90 }],
    trace_id: traceOf(platform.calls.length),
  })
}

/** `POST /wxa/media_check_async`, version 2; what it finds would come as a push. */
export const mediaCheck: Endpoint = (exchange, platform) => {
  permit(callingApp(exchange, platform), exchange.path)
  const body = jsonObject(exchange)
  writer(body)
  if (!/^https?:\/\//.test(textField(body, 'media_url') ?? '')) throw new Refusal(47001)
  if (![1, 2].includes(Number(body.media_type))) throw new Refusal(47001)
  return () => ({ errcode: 0, errmsg: 'ok', trace_id: traceOf(platform.calls.length) })
}
