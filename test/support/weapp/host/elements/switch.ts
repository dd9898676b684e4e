import { raise } from '../raise.ts'
import type { BuiltIn } from './index.ts'

export const switchElement: BuiltIn = (element, factory) => {
  element.setAttribute('role', 'switch')
  element.setAttribute('aria-checked', 'false')
  factory.gestures.onTap(element, () => {
    if (element.hasAttribute('disabled')) return
    const value = element.getAttribute('aria-checked') !== 'true'
    element.setAttribute('aria-checked', String(value))
    raise(element, 'change', { value })
  })
  return (name, value) => {
    if (name === 'checked') element.setAttribute('aria-checked', String(value !== undefined && value !== false))
  }
}
