import type { PhoneSettings } from '../protocol.ts'

const ASSUMED_HEIGHT = 100

export interface Box {
  left: number
  top: number
  width: number
  height: number
}

/** The box of an element. Where nothing is laid out: as wide as the phone, and as high as the nearest style that names a height. */
export function measure(settings: PhoneSettings, element: HTMLElement): Box {
  const { left, top, width, height } = element.getBoundingClientRect()
  if (settings.layout || width > 0 || height > 0) return { left, top, width, height }
  if (element === document.documentElement) return { left: 0, top: 0, width: settings.width, height: settings.height }
  return { left: 0, top: 0, width: settings.width, height: namedHeight(element) }
}

function namedHeight(element: HTMLElement): number {
  for (let at: HTMLElement | null = element; at; at = at.parentElement) {
    const height = Number.parseFloat(at.style.height)
    if (height > 0 && at.style.height.endsWith('px')) return height
  }
  return ASSUMED_HEIGHT
}
