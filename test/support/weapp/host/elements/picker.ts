import { raise } from '../raise.ts'
import type { BuiltIn } from './index.ts'

/** Choosing happens in WeChat's own sheet, so a test chooses with `phone.pick`. */
export const picker: BuiltIn = (element, factory) => {
  factory.gestures.onTap(element, () => undefined)
  element.addEventListener(
    'host:pick',
    event => void raise(element, 'change', { value: (event as CustomEvent).detail }),
  )
  return undefined
}
