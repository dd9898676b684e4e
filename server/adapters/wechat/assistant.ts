import { UpstreamError } from '../../domain/upstream.ts'
import type { Assistant, MessageTemplate } from '../../ports/assistant.ts'
import { type Call, isRecord } from './answer.ts'
import type { BusinessCall } from './business-call.ts'
import type { Lanes } from './lanes.ts'

const SEND = '/cgi-bin/message/subscribe/send'
const TEMPLATES = '/wxaapi/newtmpl/gettemplate'
const CODE = '/wxa/getwxacodeunlimit'
const TEXT = '/wxa/msg_sec_check'
const MEDIA = '/wxa/media_check_async'

/** The receiver has used up what was consented to, or taken it back (`wechat-api.md` 9.2). */
const NO_CONSENT = 43101
/** The first version of the text check says risky by a code. */
const RISKY = 87014
/** Of both checks: the second version, on profiles. */
const PROFILE = { version: 2, scene: 1 }
const IMAGE = 2

const FIELD = /^(.*?)[：:]?\s*\{\{\s*(\w+)\.DATA\s*\}\}/

/** `应用名称:{{thing1.DATA}}`, a line a field. */
function fieldsOf(content: string): MessageTemplate['fields'] {
  return content.split('\n').flatMap(line => {
    const [, label = '', key] = FIELD.exec(line.trim()) ?? []
    return key ? [{ key, label: label.trim() }] : []
  })
}

function templatesOf({ data }: Record<string, unknown>): MessageTemplate[] {
  if (!Array.isArray(data)) return []
  return data.filter(isRecord).flatMap(({ priTmplId, title, content }) => {
    if (typeof priTmplId !== 'string' || typeof title !== 'string' || typeof content !== 'string') return []
    return [{ id: priTmplId, title, fields: fieldsOf(content) }]
  })
}

/** JPEG or PNG by the first bytes; WeChat's header is not relied on. */
const typeOf = (bytes: Buffer) =>
  bytes[0] === 0xff && bytes[1] === 0xd8
    ? ('image/jpeg' as const)
    : bytes.toString('latin1', 1, 4) === 'PNG'
      ? ('image/png' as const)
      : null

/** The assistant's own calls. What WeChat refuses stands in the log already: the callers only hear that there is none. */
export function createAssistant(lanes: Lanes, ask: BusinessCall, appid: string | null): Assistant {
  async function call<Said>(
    request: Omit<Call, 'appid'>,
    said: (answer: Awaited<ReturnType<BusinessCall>>) => Said,
    onError: (errcode: number | undefined) => Said,
  ): Promise<Said> {
    if (appid === null) return onError(undefined)
    try {
      return said(await lanes.run(appid, 'reader', () => ask({ ...request, appid }, 'reader')))
    } catch (error) {
      if (error instanceof UpstreamError) return onError(error.details.errcode)
      throw error
    }
  }

  return {
    templates: () =>
      call<MessageTemplate[] | null>(
        { method: 'GET', path: TEMPLATES },
        ({ json }) => templatesOf(json),
        () => null,
      ),

    send: ({ openid, templateId, page, data, lang }) =>
      call(
        { method: 'POST', path: SEND, body: { touser: openid, template_id: templateId, page, data, lang } },
        () => 'sent',
        errcode => (errcode === NO_CONSENT ? 'no_consent' : 'failed'),
      ),

    codeImage: ({ scene, page }) =>
      call(
        { method: 'POST', path: CODE, body: { scene, page, check_path: false, env_version: 'release' }, binary: true },
        ({ bytes }) => {
          const type = bytes ? typeOf(bytes) : null
          return bytes && type ? { type, bytes } : null
        },
        () => null,
      ),

    checkText: (openid, content) =>
      call(
        { method: 'POST', path: TEXT, body: { ...PROFILE, openid, content } },
        ({ json: { result } }) => (isRecord(result) && result.suggest === 'risky' ? 'risky' : 'pass'),
        errcode => (errcode === RISKY ? 'risky' : 'unknown'),
      ),

    checkPicture: (openid, url) =>
      call(
        { method: 'POST', path: MEDIA, body: { ...PROFILE, openid, media_url: url, media_type: IMAGE } },
        ({ json }) => (typeof json.trace_id === 'string' ? json.trace_id : null),
        () => null,
      ),
  }
}
