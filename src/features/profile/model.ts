import { ApiError } from '../../api/api-error'
import { HANDLE_PATTERN } from '../../contract/access-limits'
import type { Locale, Me, UpdateMe } from '../../contract/identity'
import { textOf } from '../../lib/text'

/** As typed; an empty handle is none. */
export interface ProfileFields {
  nickname: string
  handle: string
}

/** What is wrong, each beside its field; `form` is what belongs to none. */
export interface ProfileFaults {
  fields: Partial<Record<keyof ProfileFields, string>>
  form: string | null
}

const HANDLE = new RegExp(HANDLE_PATTERN)

export const noFaults: ProfileFaults = { fields: {}, form: null }

export const isFine = ({ fields, form }: ProfileFaults): boolean => Object.keys(fields).length === 0 && form === null

export const formOf = ({ nickname, handle }: Pick<Me, 'nickname' | 'handle'>): ProfileFields => ({
  nickname,
  handle: handle ?? '',
})

/** Only what differs from what the server has, without the blanks around it. */
export function changesOf(me: Pick<Me, 'nickname' | 'handle'>, form: ProfileFields): UpdateMe {
  const nickname = form.nickname.trim()
  const handle = form.handle.trim() || null
  return {
    ...(nickname === me.nickname ? {} : { nickname }),
    ...(handle === me.handle ? {} : { handle }),
  }
}

/** What can be seen without asking the server. */
export function checkForm(form: ProfileFields, locale: Locale): ProfileFaults {
  const { profile } = textOf(locale)
  const handle = form.handle.trim()
  const fields: ProfileFaults['fields'] = {}
  if (form.nickname.trim() === '') fields.nickname = profile.nicknameMissing
  if (handle !== '' && !HANDLE.test(handle)) fields.handle = profile.handleFormat
  return { fields, form: null }
}

/** The server's refusal, each fault in its place. */
export function faultsOf(error: unknown, locale: Locale): ProfileFaults {
  const { profile, states } = textOf(locale)
  if (!(error instanceof ApiError)) return { ...noFaults, form: states.offlineTitle }
  if (error.code === 'conflict') return { ...noFaults, fields: { handle: error.detail || profile.handleTaken } }
  const fields: ProfileFaults['fields'] = {}
  for (const { path, message } of error.issues) {
    if (path === '/nickname') fields.nickname = message
    if (path === '/handle') fields.handle = message
  }
  const isPlaced = Object.keys(fields).length > 0
  return { fields, form: isPlaced ? null : error.detail || profile.failed }
}

/** Why an account could not be erased, and what to do first. */
export function eraseRefusal(error: unknown, locale: Locale): string {
  const { profile, states } = textOf(locale)
  if (!(error instanceof ApiError)) return states.offlineTitle
  if (error.code === 'conflict') return error.detail || profile.lastAdmin
  return profile.failed
}
