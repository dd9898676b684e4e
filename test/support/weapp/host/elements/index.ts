import type { Faults } from '../faults.ts'
import type { Gestures } from '../gestures.ts'
import type { Backed } from '../raise.ts'
import { button, form, label } from './button.ts'
import { canvas } from './canvas.ts'
import { image } from './image.ts'
import { input, textarea } from './input.ts'
import { picker } from './picker.ts'
import { scrollView } from './scroll-view.ts'
import { swiper } from './swiper.ts'
import { switchElement } from './switch.ts'

/** What a built-in needs of the host. */
export interface ElementFactory {
  faults: Faults
  gestures: Gestures
  /** False where nothing is laid out (jsdom). */
  layout: boolean
  /** Tags that some `usingComponents` declares. */
  components: ReadonlySet<string>
  share: (button: Element) => void
  /** A file with the picture that the person chooses, as WeChat hands it over. */
  choosePicture: () => string
  /** Address under which a picture can be fetched; null for a file of the package. */
  addressOf: (src: string) => string | null
}

/** Gives an element the behaviour of one of WeChat's built-ins; answers what to do when the template sets an attribute, if anything. */
export type BuiltIn = (
  element: HTMLElement,
  factory: ElementFactory,
) => ((name: string, value: unknown) => void) | undefined

const plain: BuiltIn = () => undefined

const builtIns: Record<string, BuiltIn> = {
  view: plain,
  text: plain,
  'swiper-item': plain,
  'root-portal': plain,
  'page-meta': plain,
  button,
  canvas,
  form,
  image,
  input,
  label,
  picker,
  'scroll-view': scrollView,
  swiper,
  switch: switchElement,
  textarea,
}

/** An element for a tag of a template. A tag that is neither a component nor a built-in of the host is a fault. */
export function upgrade(factory: ElementFactory, tag: string): HTMLElement {
  const element = document.createElement(tag)
  const builtIn = builtIns[tag]
  if (builtIn) intercept(element, builtIn(element, factory))
  else if (!factory.components.has(tag)) {
    factory.faults.add('element', `<${tag}> is neither a component of the page nor a built-in that the host knows`)
  }
  return element
}

function intercept(element: HTMLElement, changed: ((name: string, value: unknown) => void) | undefined) {
  const set = element.setAttribute.bind(element)
  const remove = element.removeAttribute.bind(element)
  element.setAttribute = (name, text) => {
    // null: not an attribute to glass-easel, as `style` is not
    const known = (element as Backed).__wxElement
    const value = known ? known.getAttribute(name) : null
    // glass-easel writes an empty text for what is undefined; to WeChat that is the default
    if (value === undefined) return element.removeAttribute(name)
    set(name, text)
    // WeChat's screen readers hear `aria-role`, a browser's `role`
    if (name === 'aria-role' && text) set('role', text)
    changed?.(name, value ?? text)
  }
  element.removeAttribute = name => {
    remove(name)
    changed?.(name, undefined)
  }
}
