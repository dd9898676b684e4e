import Taro, { useDidShow } from '@tarojs/taro'
import { useEffect, useRef } from 'react'
import { barColours } from './bar-colours'
import type { ColorMode } from './system.types'
import { getSystemColorMode } from './system.weapp'

const silent = () => undefined

/** Draws what WeChat keeps around the page (the words of the status bar, what shows when it is pulled) in the colours chosen by hand. */
export function useBars(chosen: ColorMode | null): void {
  const isOurs = useRef(false)
  const draw = () => {
    // untouched, they follow WeChat by themselves
    if (chosen === null && !isOurs.current) return
    isOurs.current = chosen !== null
    const { page, text, background } = barColours[chosen ?? getSystemColorMode()]
    const frontColor = text === 'white' ? '#ffffff' : '#000000'
    Taro.setNavigationBarColor({ frontColor, backgroundColor: page }).catch(silent)
    Taro.setBackgroundColor({ backgroundColor: page }).catch(silent)
    Taro.setBackgroundTextStyle({ textStyle: background }).catch(silent)
  }
  useDidShow(draw)
  useEffect(draw, [chosen])
}
