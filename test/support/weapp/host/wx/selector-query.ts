import type { Element as EaselElement } from 'glass-easel'
import type { HostContext } from '../context.ts'
import { measure } from '../measure.ts'
import type { Caller } from '../space.ts'

type Fields = Partial<Record<'id' | 'dataset' | 'rect' | 'size' | 'scrollOffset' | 'node' | 'context', boolean>>
type Found = { dom: HTMLElement; easel: EaselElement | null }
type Answer = (value: unknown) => void

/** `wx.createSelectorQuery` and `wx.createIntersectionObserver`. */
export function selectorQuery(host: HostContext): Record<string, unknown> {
  const inFront = () => {
    const page = host.pages.front
    if (!page) throw new Error('there is no page to look at')
    return page.caller
  }
  return {
    createSelectorQuery: () => new SelectorQuery(host, inFront),
    createIntersectionObserver: (of: Caller | undefined, options?: object) =>
      (of ?? inFront()).createIntersectionObserver(options),
  }
}

class SelectorQuery {
  private scope: (() => Caller) | null = null
  private readonly asked: { find: () => Found[]; single: boolean; fields: Fields; answer: Answer | undefined }[] = []
  private readonly host: HostContext
  private readonly inFront: () => Caller

  constructor(host: HostContext, inFront: () => Caller) {
    this.host = host
    this.inFront = inFront
  }

  in(scope: Caller) {
    this.scope = () => scope
    return this
  }

  select(selector: string) {
    return this.nodes(() => this.find(selector).slice(0, 1), true)
  }

  selectAll(selector: string) {
    return this.nodes(() => this.find(selector), false)
  }

  selectViewport() {
    return this.nodes(() => [{ dom: document.documentElement, easel: null }], true)
  }

  exec(callback?: (results: unknown[]) => void) {
    this.host.running.count += 1
    window.setTimeout(() => {
      this.host.running.count -= 1
      this.host.faults.guard('selector query', () => {
        const results = this.asked.map(({ find, single, fields, answer }) => {
          const values = find().map(found => valuesOf(this.host, found, fields))
          const value = single ? (values[0] ?? null) : values
          answer?.(value)
          return value
        })
        callback?.(results)
      })
    }, 0)
    return this
  }

  private find(selector: string): Found[] {
    const caller = (this.scope ?? this.inFront)()
    const list: EaselElement[] = caller._$.getShadowRoot()?.querySelectorAll(selector) ?? []
    return list.map(easel => ({ dom: easel.$$ as unknown as HTMLElement, easel }))
  }

  private nodes(find: () => Found[], single: boolean) {
    const ask = (fields: Fields) => (answer?: Answer) => {
      this.asked.push({ find, single, fields, answer })
      return this
    }
    return {
      boundingClientRect: ask({ id: true, dataset: true, rect: true, size: true }),
      scrollOffset: ask({ id: true, dataset: true, scrollOffset: true }),
      node: ask({ node: true }),
      context: ask({ context: true }),
      fields: (fields: Fields, answer?: Answer) => ask(fields)(answer),
    }
  }
}

function valuesOf(host: HostContext, { dom, easel }: Found, fields: Fields): object {
  const { left, top, width, height } = measure(host.settings, dom)
  return {
    ...(fields.id ? { id: easel?.id ?? '' } : {}),
    ...(fields.dataset ? { dataset: easel?.dataset ?? {} } : {}),
    ...(fields.rect ? { left, top, right: left + width, bottom: top + height } : {}),
    ...(fields.size ? { width, height } : {}),
    ...(fields.scrollOffset
      ? { scrollLeft: dom.scrollLeft, scrollTop: dom.scrollTop, scrollHeight: dom.scrollHeight }
      : {}),
    ...(fields.node ? { node: dom } : {}),
    ...(fields.context ? { context: {} } : {}),
  }
}
