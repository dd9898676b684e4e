import type { Control, Target } from '../protocol.ts'

const IMPLICIT: Record<string, string> = {
  BUTTON: 'button',
  INPUT: 'textbox',
  TEXTAREA: 'textbox',
  SWITCH: 'switch',
  IMAGE: 'img',
}

const fold = (text: string) => text.replace(/\s+/g, ' ').trim()

/** Finds what a person would: the innermost thing on the screen that carries the text, or the one of that role and name. */
export function locate(root: HTMLElement, target: Target): HTMLElement | null {
  if ('selector' in target) return [...root.querySelectorAll<HTMLElement>(target.selector)].find(isSeen) ?? null
  if ('role' in target) {
    const { role, name, part } = target
    const isNamed = (element: HTMLElement) =>
      (name === undefined || nameOf(element) === name) && (part === undefined || nameOf(element).includes(part))
    return walk(root).find(element => roleOf(element) === role && isNamed(element) && isSeen(element)) ?? null
  }
  const matches = (element: HTMLElement) =>
    'text' in target ? nameOf(element, true) === fold(target.text) : nameOf(element, true).includes(fold(target.part))
  const found = walk(root).filter(element => matches(element) && isSeen(element))
  return found.find(element => !found.some(other => other !== element && element.contains(other))) ?? null
}

const walk = (root: HTMLElement) => [...root.querySelectorAll<HTMLElement>('*')]

const roleOf = (element: HTMLElement) => element.getAttribute('aria-role') || IMPLICIT[element.tagName] || null

const CONTROLS = new Set(['button', 'radio', 'checkbox', 'switch', 'link', 'tab', 'option', 'textbox'])

/** Everything that says of itself that a finger can act on it. */
export function controlsOf(root: HTMLElement): (Omit<Control, 'ref' | 'dead'> & { element: HTMLElement })[] {
  const around = (element: HTMLElement, roles: string) => {
    const found = element.parentElement?.closest<HTMLElement>(roles)
    return found ? nameOf(found) : ''
  }
  return walk(root)
    .map(element => ({ element, role: roleOf(element) ?? '' }))
    .filter(({ element, role }) => CONTROLS.has(role) && isSeen(element))
    .map(({ element, role }) => ({
      element,
      role,
      name: nameOf(element),
      className: element.className,
      dialog: around(element, '[aria-role="dialog"]'),
      group: around(element, '[aria-role="radiogroup"]'),
      disabled: ['disabled', 'aria-disabled'].some(name => (element.getAttribute(name) ?? 'false') !== 'false'),
    }))
}

/** What an element is called: its label, else its text; `textOnly` leaves labels away. */
export function nameOf(element: HTMLElement, textOnly = false): string {
  const label = textOnly ? '' : element.getAttribute('aria-label') || element.getAttribute('placeholder')
  return fold(label || (element.textContent ?? ''))
}

/** Not hidden by itself or by something around it. Sizes do not count, jsdom has none. */
function isSeen(element: HTMLElement): boolean {
  for (let at: HTMLElement | null = element; at; at = at.parentElement) {
    if (at.hidden || at.style.display === 'none' || at.style.visibility === 'hidden') return false
  }
  return typeof element.checkVisibility === 'function' ? element.checkVisibility() : true
}

/** Numbers for elements, since only JSON leaves the host. */
export class Refs {
  private readonly elements: HTMLElement[] = []

  of(element: HTMLElement): number {
    const known = this.elements.indexOf(element)
    return known >= 0 ? known : this.elements.push(element) - 1
  }

  get(ref: number): HTMLElement {
    const element = this.elements[ref]
    if (!element) throw new Error(`there is no element ${ref}`)
    return element
  }

  /** Leaves a mark on the element and answers the selector for it. */
  mark(ref: number): string {
    this.get(ref).dataset.hostRef = String(ref)
    return `[data-host-ref="${ref}"]`
  }
}
