import { raise } from '../raise.ts'
import type { BuiltIn } from './index.ts'

const KNOWN_TYPES = new Set(['', 'share', 'chooseAvatar'])

/** `open-type` share opens the share sheet, chooseAvatar hands over a picture; `form-type` acts on the form around. */
export const button: BuiltIn = (element, factory) => {
  ;(element as HTMLButtonElement).type = 'button'
  factory.gestures.onTap(element, () => {
    const opens = element.getAttribute('open-type')
    if (opens === 'share') factory.share(element)
    if (opens === 'chooseAvatar') raise(element, 'chooseavatar', { avatarUrl: factory.choosePicture() })
    const type = element.getAttribute('form-type')
    const around = element.closest('form')
    if (type && around) raise(around, type, type === 'submit' ? { value: valuesOf(around) } : {})
  })
  return (name, value) => {
    if (name === 'open-type' && !KNOWN_TYPES.has(String(value ?? ''))) {
      factory.faults.add('element', `the host knows no <button open-type="${value}">`)
    }
  }
}

/** Never submits by itself: WeChat's form only gathers. */
export const form: BuiltIn = element => {
  element.addEventListener('submit', event => event.preventDefault())
  return undefined
}

/** A tap on a label is a tap on the control in it. */
export const label: BuiltIn = (element, factory) => {
  factory.gestures.onTap(element, () => {
    const control = element.querySelector<HTMLElement>('switch, input, textarea')
    if (control?.tagName === 'SWITCH') factory.gestures.tap(control)
    else control?.focus()
  })
  return undefined
}

function valuesOf(around: Element): Record<string, unknown> {
  const named = [...around.querySelectorAll<HTMLElement & { value?: unknown }>('[name]')]
  return Object.fromEntries(
    named.map(control => [
      control.getAttribute('name') ?? '',
      control.tagName === 'SWITCH' ? control.getAttribute('aria-checked') === 'true' : control.value,
    ]),
  )
}
