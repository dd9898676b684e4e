import type { Locale } from '../../src/contract/identity.ts'
import type { MessageKind } from '../../src/contract/notices.ts'
import type { MessageTemplate } from '../ports/assistant.ts'

/** What a message tells. */
export interface Told {
  kind: MessageKind
  appName: string
  /** Nickname of who did it. */
  by: string
  /** Epoch ms. */
  at: number
  locale: Locale
}

/** At most five Chinese characters: WeChat's limit of a `phrase`. */
const states: Record<MessageKind, string> = {
  granted: '已授权',
  approved: '已通过',
  revoked: '已取消',
  pending: '待确认',
  request: '待你确认',
}
const sentences: Record<MessageKind, Record<Locale, string>> = {
  granted: { 'zh-CN': '你可以查看这个应用的数据了', en: 'You may see its data' },
  approved: { 'zh-CN': '管理员已确认，可以查看数据了', en: 'An admin let you in' },
  revoked: { 'zh-CN': '你不再能查看这个应用的数据', en: 'Access has ended' },
  pending: { 'zh-CN': '正在等管理员确认', en: 'Waiting for an admin' },
  request: { 'zh-CN': '有人接受了邀请，等你确认', en: 'Somebody waits' },
}

const PERSON = /人|员|姓名|昵称|操作者|user|by/i
const STATE = /状态|结果|类型|进度|state|status/i
const APP = /应用|小程序|项目|产品|系统|名称|app/i

const cut = (text: string, length: number) => {
  const characters = [...text]
  return characters.length <= length ? text : `${characters.slice(0, length - 1).join('')}…`
}

/** A nickname as a `name` takes it: letters of one script, without signs; ten Chinese or twenty Latin ones. */
function nameOf(text: string): string {
  const letters = text.replace(/[^\p{L}\p{M} ]/gu, '').trim()
  return /^[\p{ASCII}]*$/u.test(letters) ? letters.slice(0, 20) : [...letters].slice(0, 10).join('')
}

/** `2026年7月15日 11:00`, of Asia/Shanghai. */
function timeOf(at: number, withHour: boolean): string {
  const local = new Date(at + 8 * 3_600_000).toISOString()
  const [year, month, day] = local.slice(0, 10).split('-').map(Number)
  return `${year}年${month}月${day}日${withHour ? ` ${local.slice(11, 16)}` : ''}`
}

/** What a label of words asks for. */
function wordsFor(label: string, told: Told): string {
  if (STATE.test(label)) return states[told.kind]
  if (APP.test(label)) return told.appName
  return PERSON.test(label) ? told.by : sentences[told.kind][told.locale]
}

/** The value of one field within its limit (`wechat-api.md` 9.2); `null` for a kind that nothing we tell fits in. */
function valueFor(kind: string, label: string, told: Told): string | null {
  if (kind === 'time') return timeOf(told.at, true)
  if (kind === 'date') return timeOf(told.at, false)
  if (kind === 'phrase') return states[told.kind]
  if (kind === 'name') return nameOf(told.by)
  if (kind === 'thing') return cut(wordsFor(label, told), 20)
  return null
}

/**
 * Fills a template by the kinds and labels of its fields.
 * @returns `null` where it has a field that we cannot fill: such a template is not used
 */
export function messageFields(
  { fields }: Pick<MessageTemplate, 'fields'>,
  told: Told,
): Record<string, { value: string }> | null {
  const data: Record<string, { value: string }> = {}
  for (const { key, label } of fields) {
    const value = valueFor(key.replace(/\d+$/, ''), label, told)
    if (value === null) return null
    data[key] = { value: value || '--' }
  }
  return fields.length === 0 ? null : data
}
