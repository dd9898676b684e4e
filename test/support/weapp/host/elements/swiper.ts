import { raise } from '../raise.ts'
import type { BuiltIn } from './index.ts'

/** Pages side by side. `current` says which is seen; a swipe goes to the next or the one before. */
export const swiper: BuiltIn = element => {
  let current = 0
  const pages = () =>
    [...element.querySelectorAll<HTMLElement>('swiper-item')].filter(page => page.closest('swiper') === element)
  const place = () => {
    for (const page of pages()) page.style.transform = `translateX(${-100 * current}%)`
  }
  const go = (to: number, source: string) => {
    const count = pages().length
    const next = element.hasAttribute('circular') ? (to + count) % count : Math.max(0, Math.min(count - 1, to))
    if (next === current) return
    current = next
    place()
    raise(element, 'change', { current, source })
  }
  element.addEventListener('host:swipe', event =>
    go(current + ((event as CustomEvent).detail === 'left' ? 1 : -1), 'touch'),
  )
  new MutationObserver(place).observe(element, { childList: true, subtree: true })
  return (name, value) => {
    if (name === 'current' && value !== undefined) go(Number(value), '')
  }
}
