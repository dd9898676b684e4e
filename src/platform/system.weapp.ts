import Taro from '@tarojs/taro'
import type { ColorMode, ScreenFrame } from './system.types'

export type { ColorMode, ScreenFrame } from './system.types'

/** The language that the device speaks, as a BCP 47 tag. */
export function getLocale(): string {
  return Taro.getAppBaseInfo().language?.replace('_', '-') ?? 'zh-CN'
}

/** A mini program has no document. */
export function setDocumentLocale(_locale: string): void {}

export function getSystemColorMode(): ColorMode {
  return Taro.getAppBaseInfo().theme === 'dark' ? 'dark' : 'light'
}

/** Calls back when the system's mode changes; answers how to stop. */
export function onSystemColorMode(listener: (mode: ColorMode) => void): () => void {
  const heard = ({ theme }: { theme: string }) => listener(theme === 'dark' ? 'dark' : 'light')
  Taro.onThemeChange(heard as Parameters<typeof Taro.onThemeChange>[0])
  return () => Taro.offThemeChange(heard as Parameters<typeof Taro.offThemeChange>[0])
}

/** The page's own root carries the class; what is outside it is WeChat's (`bars.weapp.ts`). */
export function applyColorMode(_mode: ColorMode | null): void {}

/** Width of the window in px. */
export function getWindowWidth(): number {
  return Taro.getWindowInfo().windowWidth
}

/** Height of the window in px. */
export function getWindowHeight(): number {
  return Taro.getWindowInfo().windowHeight
}

/** Calls back with the new width in px; answers how to stop. */
export function onWindowWidth(listener: (width: number) => void): () => void {
  const heard = () => listener(getWindowWidth())
  Taro.onWindowResize(heard)
  return () => Taro.offWindowResize(heard)
}

/** What the host keeps for itself. */
export function getScreenFrame(): ScreenFrame {
  const { windowWidth, statusBarHeight = 0, safeArea, screenHeight } = Taro.getWindowInfo()
  const capsule = Taro.getMenuButtonBoundingClientRect()
  return {
    top: statusBarHeight,
    bottom: safeArea ? Math.max(0, screenHeight - safeArea.bottom) : 0,
    capsule: capsule.width > 0 ? windowWidth - capsule.left : 0,
  }
}

const usualTextSize = 16

/** The person's text size against the usual one, 1 to 1.3. */
export function getTextScale(): number {
  const { fontSizeSetting } = Taro.getAppBaseInfo() as { fontSizeSetting?: number }
  const scale = (fontSizeSetting ?? usualTextSize) / usualTextSize
  return Math.min(1.3, Math.max(1, scale))
}

/** Rows of a table that are drawn before a tap asks for more: a change of range then sends the screen less than 16 KB. */
export const rowsAtOnce: number = 12

/** Whether a big sheet is written with the page, so that a tap only shows it: a tap then sends the screen less than 2 KB. */
export const writesAhead: boolean = true

/** Whether each of many small controls tells its own name and state: the phone would be sent all of them again at every turn of a month. */
export const tellsEachCell: boolean = false
