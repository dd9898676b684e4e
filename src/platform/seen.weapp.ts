import { useDidHide, useDidShow } from '@tarojs/taro'
import { useReducer, useRef } from 'react'

/**
 * A value that other pages change too, such as the language: a page below in the stack keeps what it was when it was last seen, and takes the
 * new one when it is seen again. Else it would be sent to a screen that nobody looks at.
 */
export function useSeen<V>(value: V): V {
  const [, drawAgain] = useReducer((times: number) => times + 1, 0)
  const page = useRef({ isShown: true, seen: value, latest: value }).current
  page.latest = value
  if (page.isShown) page.seen = value
  useDidHide(() => {
    page.isShown = false
  })
  useDidShow(() => {
    page.isShown = true
    if (page.seen !== page.latest) drawAgain()
  })
  return page.seen
}
