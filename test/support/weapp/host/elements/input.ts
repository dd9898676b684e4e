import { raise } from '../raise.ts'
import type { BuiltIn } from './index.ts'

type Field = HTMLInputElement | HTMLTextAreaElement

/** What both fields share: the value goes in as an attribute and comes out in the detail of events. */
const field =
  (own: (field: Field, name: string, value: unknown) => void): BuiltIn =>
  element => {
    const input = element as Field
    const detail = () => ({ value: input.value, cursor: input.value.length })
    input.addEventListener('input', () => void raise(input, 'input', { ...detail(), keyCode: 0 }))
    input.addEventListener('focus', () => void raise(input, 'focus', { ...detail(), height: 0 }))
    input.addEventListener('blur', () => void raise(input, 'blur', detail()))
    input.addEventListener('keydown', event => {
      if ((event as KeyboardEvent).key === 'Enter') raise(input, 'confirm', detail())
    })
    return (name, value) => {
      if (name === 'value') {
        const text = value === undefined || value === null ? '' : String(value)
        if (input.value !== text) input.value = text
      }
      if (name === 'focus' && value !== undefined && value !== false) input.focus()
      if (name === 'maxlength' && Number(value) < 0) input.removeAttribute('maxlength')
      own(input, name, value)
    }
  }

export const input: BuiltIn = (element, factory) => {
  let kind = 'text'
  let secret = false
  const typed = element as HTMLInputElement
  return field((_input, name, value) => {
    if (name === 'type') kind = String(value ?? 'text')
    if (name === 'password') secret = value !== undefined && value !== false
    if (name !== 'type' && name !== 'password') return
    // WeChat's `type` chooses a keyboard and never refuses a character
    typed.inputMode = kind === 'number' ? 'numeric' : kind === 'digit' ? 'decimal' : 'text'
    typed.type = secret ? 'password' : 'text'
    // what the template says, `nickname` among it
    typed.dataset.type = kind
  })(element, factory)
}

export const textarea: BuiltIn = field(() => undefined)
