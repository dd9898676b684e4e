import { ApiError } from '../../api/api-error'
import type { AppKind, SecretRefusal } from '../../contract/apps'
import type { Locale } from '../../contract/identity'
import type { Issue } from '../../contract/problems'
import { textOf } from '../../lib/text'

export interface BindingForm {
  appid: string
  secret: string
  name: string
  kind: AppKind
}

export type FieldName = keyof BindingForm

/** What is wrong, each beside its field; `form` is what belongs to none. */
export interface BindingFaults {
  fields: Partial<Record<FieldName, string>>
  form: string | null
  /** The address that has to go on the whitelist. */
  ip: string | null
}

export const emptyForm: BindingForm = { appid: '', secret: '', name: '', kind: 'miniprogram' }
export const noFaults: BindingFaults = { fields: {}, form: null, ip: null }

const formats: Partial<Record<FieldName, RegExp>> = {
  appid: /^[A-Za-z0-9_-]{6,64}$/,
  secret: /^[\x21-\x7e]{1,128}$/,
}

/** What was typed without the blanks that copying brings along. */
export const tidy = (form: BindingForm): BindingForm => ({
  ...form,
  appid: form.appid.trim(),
  secret: form.secret.trim(),
  name: form.name.trim(),
})

/** What can be seen without asking the server. */
export function checkForm(form: BindingForm, locale: Locale): BindingFaults {
  const { binding } = textOf(locale)
  const fields: BindingFaults['fields'] = {}
  for (const name of ['appid', 'secret', 'name'] as const) {
    if (form[name] === '') fields[name] = binding.required
    else if (formats[name]?.test(form[name]) === false) fields[name] = binding.format
  }
  return { ...noFaults, fields }
}

export const isFine = ({ fields, form, ip }: BindingFaults): boolean =>
  Object.keys(fields).length === 0 && form === null && ip === null

const fieldOfCode: Partial<Record<SecretRefusal, FieldName>> = {
  appid_unknown: 'appid',
  secret_wrong: 'secret',
  kind_mismatch: 'kind',
}

const isRefusal = (code: string): code is SecretRefusal =>
  ['appid_unknown', 'secret_wrong', 'ip_not_allowed', 'account_frozen', 'kind_mismatch'].includes(code)

const isField = (name: string): name is FieldName => name in emptyForm

function addIssue(faults: BindingFaults, issue: Issue, locale: Locale): BindingFaults {
  const { binding } = textOf(locale)
  if (!isRefusal(issue.code)) {
    const name = issue.path.replace('/', '')
    const message = issue.code === 'required' ? binding.required : binding.format
    return isField(name)
      ? { ...faults, fields: { ...faults.fields, [name]: message } }
      : { ...faults, form: issue.message }
  }
  const words = binding.refusals[issue.code]
  if (issue.code === 'ip_not_allowed') return { ...faults, form: words, ip: issue.ip ?? null }
  const field = fieldOfCode[issue.code]
  return field ? { ...faults, fields: { ...faults.fields, [field]: words } } : { ...faults, form: words }
}

/** The server's refusal, each fault in its place and in our words. */
export function faultsOf(error: unknown, locale: Locale): BindingFaults {
  const { binding, states } = textOf(locale)
  if (!(error instanceof ApiError)) return { ...noFaults, form: states.offlineTitle }
  if (error.code === 'conflict') return { ...noFaults, fields: { appid: binding.already } }
  if (error.code === 'rate_limited') return { ...noFaults, form: states.busy }
  if (error.code === 'invalid') {
    return error.issues.reduce((faults, issue) => addIssue(faults, issue, locale), noFaults)
  }
  return { ...noFaults, form: binding.failed }
}
