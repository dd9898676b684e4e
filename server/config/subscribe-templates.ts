import { SettingError } from './setting-error.ts'
import { type Environment, textOf } from './values.ts'

/** An id, or a title as mp.weixin.qq.com shows it. */
const PAIR = /^([a-z_]{1,32})=([A-Za-z0-9_-]{10,64}|[^\s\p{ASCII}][^,=]{0,63})$/u

/** `kind=template,kind=template`: which message template, by id or by title, tells of which notice. */
export function subscribeTemplates(env: Environment): Record<string, string> {
  const text = textOf(env, 'SUBSCRIBE_TEMPLATES')
  if (text === null) return {}
  const pairs = text.split(',').map(part => {
    const [, kind, template] = PAIR.exec(part.trim()) ?? []
    if (kind && template) return [kind, template] as const
    throw new SettingError('SUBSCRIBE_TEMPLATES', 'is malformed; write kind=template pairs between commas')
  })
  return Object.fromEntries(pairs)
}
