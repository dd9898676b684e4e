import { CurrentWindowBackendContext } from 'glass-easel'
import { type ElementFactory, upgrade } from './elements/index.ts'

type DomlikeDocument = CurrentWindowBackendContext['document']

/**
 * The screen of glass-easel: real DOM elements, whose events we raise ourselves (`gestures.ts`, `elements/`)
 * because WeChat's differ from a browser's. The style sheets of a page go with the page.
 */
export class PhoneBackend extends CurrentWindowBackendContext {
  /** Receives the style sheets of the page that is being opened. */
  styleSink: HTMLStyleElement[] = []
  private readonly layout: boolean

  constructor(factory: ElementFactory, layout: boolean) {
    super()
    this.layout = layout
    this.document = {
      createElement: (tag: string) => upgrade(factory, tag),
      createTextNode: (text: string) => document.createTextNode(text),
      createDocumentFragment: () => document.createDocumentFragment(),
    } as unknown as DomlikeDocument
  }

  override appendStyleSheetPath(path: string, styleScope?: number): number {
    if (!this.layout) return 0
    const before = document.head.lastElementChild
    const index = super.appendStyleSheetPath(path, styleScope)
    const added = document.head.lastElementChild
    if (added instanceof HTMLStyleElement && added !== before) this.styleSink.push(added)
    return index
  }

  /** Nothing to listen to: events come from the gestures and the built-ins. */
  override setListenerStats(): void {}
}
