import type { ColorMode, ScreenFrame } from './system.types'

export type { ColorMode, ScreenFrame } from './system.types'

const dark = () => window.matchMedia('(prefers-color-scheme: dark)')

/** The language that the device speaks, as a BCP 47 tag. */
export function getLocale(): string {
  return navigator.language
}

/** Tells the document its language, for screen readers and fonts. */
export function setDocumentLocale(locale: string): void {
  document.documentElement.lang = locale
}

export function getSystemColorMode(): ColorMode {
  return dark().matches ? 'dark' : 'light'
}

/** Calls back when the system's mode changes; answers how to stop. */
export function onSystemColorMode(listener: (mode: ColorMode) => void): () => void {
  const query = dark()
  const heard = () => listener(query.matches ? 'dark' : 'light')
  query.addEventListener('change', heard)
  return () => query.removeEventListener('change', heard)
}

/** Forces a mode on everything, also what lies outside the page; null follows the system. */
export function applyColorMode(mode: ColorMode | null): void {
  const { classList } = document.documentElement
  classList.toggle('theme-dark', mode === 'dark')
  classList.toggle('theme-light', mode === 'light')
}

/** Width of the window in px. */
export function getWindowWidth(): number {
  return window.innerWidth
}

/** Height of the window in px. */
export function getWindowHeight(): number {
  return window.innerHeight
}

/** Calls back with the new width in px; answers how to stop. */
export function onWindowWidth(listener: (width: number) => void): () => void {
  const heard = () => listener(window.innerWidth)
  window.addEventListener('resize', heard)
  return () => window.removeEventListener('resize', heard)
}

/** What the host keeps for itself; the browser's own safe area is CSS `env()`. */
export function getScreenFrame(): ScreenFrame {
  return { top: 0, bottom: 0, capsule: 0 }
}

/** The person's text size against the usual one, 1 to 1.3; browsers scale by themselves. */
export function getTextScale(): number {
  return 1
}

/** Rows of a table that are drawn before a tap asks for more; a browser draws a quarter at once. */
export const rowsAtOnce: number = 92

/** Whether a big sheet is written with the page, so that a tap only shows it; a browser writes it at once. */
export const writesAhead: boolean = false

/** Whether each of many small controls tells its own name and state. */
export const tellsEachCell: boolean = true
