import { raise } from '../raise.ts'
import type { BuiltIn } from './index.ts'

const THRESHOLD = 50

/** Scrolls by CSS; tells where it is and when it comes near an end. */
export const scrollView: BuiltIn = (element, factory) => {
  let last = { left: 0, top: 0 }
  const number = (name: string) => Number(element.getAttribute(name) ?? THRESHOLD)
  const tell = () => {
    const { scrollLeft, scrollTop, scrollWidth, scrollHeight, clientWidth, clientHeight } = element
    const deltaX = last.left - scrollLeft
    const deltaY = last.top - scrollTop
    last = { left: scrollLeft, top: scrollTop }
    raise(element, 'scroll', { scrollLeft, scrollTop, scrollWidth, scrollHeight, deltaX, deltaY })
    const isSideways = deltaX !== 0
    const isForwards = deltaX < 0 || deltaY < 0
    const before = isSideways ? scrollLeft : scrollTop
    const after = isSideways ? scrollWidth - clientWidth - scrollLeft : scrollHeight - clientHeight - scrollTop
    if (isForwards && after <= number('lower-threshold'))
      raise(element, 'scrolltolower', { direction: isSideways ? 'right' : 'bottom' })
    if (!isForwards && before <= number('upper-threshold'))
      raise(element, 'scrolltoupper', { direction: isSideways ? 'left' : 'top' })
  }
  element.addEventListener('scroll', tell)
  element.addEventListener('host:refresh', () => void raise(element, 'refresherrefresh', {}))
  return (name, value) => {
    if (value === undefined || value === '' || value === null) return
    if (name === 'scroll-left') element.scrollLeft = Number(value)
    if (name === 'scroll-top') element.scrollTop = Number(value)
    if (name === 'scroll-into-view' && factory.layout) {
      const inside = [...element.querySelectorAll<HTMLElement & { __wxElement?: { id: string } }>('*')]
      inside.find(child => child.__wxElement?.id === String(value))?.scrollIntoView()
    }
  }
}
