import { type Element as EaselElement, Event as EaselEvent } from 'glass-easel'

/** A DOM element that glass-easel made carries its own element. */
export type Backed = Element & { __wxElement?: EaselElement }

export interface RaiseOptions {
  /** Touches and the like, beside `detail`. */
  extra?: Record<string, unknown>
  /** A gesture bubbles through the page and out of components; what a built-in says about itself stays with it. */
  bubbles?: boolean
}

/** Raises an event of WeChat's at a DOM element or its nearest ancestor that the mini program knows. True when the default is to be prevented. */
export function raise(
  at: Element,
  type: string,
  detail: unknown,
  { extra = {}, bubbles = false }: RaiseOptions = {},
): boolean {
  const target = backedBy(at)
  if (!target) return false
  const event = new EaselEvent(type, detail, { bubbles, composed: bubbles, capturePhase: true, extraFields: extra })
  EaselEvent.dispatchEvent(target, event)
  return event.defaultPrevented()
}

export function backedBy(at: Element): EaselElement | null {
  for (let element: Backed | null = at; element; element = element.parentElement) {
    if (element.__wxElement) return element.__wxElement
  }
  return null
}
