import type { PhoneSettings } from '../protocol.ts'

type Seen = (entries: { isIntersecting: boolean; intersectionRatio: number }[]) => void

/** What jsdom lacks of a browser. Nothing is laid out there, so everything counts as seen. */
export function stubBrowser({ layout }: PhoneSettings) {
  if (layout) return
  const box = { left: 0, top: 0, right: 0, bottom: 0, width: 0, height: 0 }
  const seen = {
    isIntersecting: true,
    intersectionRatio: 1,
    boundingClientRect: box,
    intersectionRect: box,
    rootBounds: box,
  }
  class EverythingSeen {
    private readonly tell: Seen
    constructor(tell: Seen) {
      this.tell = tell
    }
    observe() {
      window.setTimeout(() => this.tell([{ ...seen }]), 0)
    }
    unobserve() {}
    disconnect() {}
  }
  Object.assign(window, { IntersectionObserver: EverythingSeen, scrollTo: () => undefined })
}
