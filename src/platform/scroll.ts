import Taro, { usePageScroll } from '@tarojs/taro'
import { useEffect, useRef } from 'react'

const PAUSE = 100

/** At once, without a way. */
export function scrollToTop(): void {
  void Taro.pageScrollTo({ scrollTop: 0, duration: 0 }).catch(() => null)
}

/** Tells where an element's upper edge is below the window's, in px, now and then while the page scrolls and once it stands. */
export function useElementTop(id: string, tell: (top: number) => void): void {
  const latest = useRef(tell)
  latest.current = tell
  const timer = useRef<ReturnType<typeof setTimeout> | null>(null)
  useEffect(
    () => () => {
      if (timer.current !== null) clearTimeout(timer.current)
    },
    [],
  )
  usePageScroll(() => {
    if (timer.current !== null) return
    timer.current = setTimeout(() => {
      timer.current = null
      Taro.createSelectorQuery()
        .select(`#${id}`)
        .boundingClientRect(place => {
          if (place !== null && !Array.isArray(place)) latest.current(place.top)
        })
        .exec()
    }, PAUSE)
  })
}
