import type { TargetName } from './scene.ts'

const THEMES = ['light', 'dark'] as const
type ThemeName = (typeof THEMES)[number]

const WIDTHS: Record<TargetName, readonly number[]> = { weapp: [390, 320], h5: [390, 320, 1280] }
const LARGE = 1.3
const TWICE = 2

/** Where a picture goes. */
export type Shot = (width: number, theme: ThemeName) => string

/** How each scene is looked at. */
export interface Look {
  name: string
  locale: 'zh-CN' | 'en'
  /** The person's text size, 1 is usual. */
  textScale: number
  widths: typeof WIDTHS
  themes: readonly ThemeName[]
}

/** Reads the command's arguments; the words that are left choose scenes. */
export function lookOf(asked: readonly string[]): { look: Look; words: string[] } {
  const isEnglish = asked.includes('--english')
  const isLarge = asked.includes('--large')
  const isTwice = asked.includes('--twice')
  const chosen = <T extends string | number>(all: readonly T[]) => all.filter(one => asked.includes(String(one)))
  const themes = chosen(THEMES)
  const widths = chosen(WIDTHS.h5)
  const within = (all: readonly number[]) => (widths.length === 0 ? all : chosen(all))
  const ofLook = [...themes, ...widths].map(String)
  return {
    look: {
      name: [isEnglish && 'english', isLarge && 'large', isTwice && 'twice'].filter(Boolean).join('-') || 'usual',
      locale: isEnglish ? 'en' : 'zh-CN',
      textScale: isTwice ? TWICE : isLarge ? LARGE : 1,
      widths: { weapp: within(WIDTHS.weapp), h5: within(WIDTHS.h5) },
      themes: themes.length === 0 ? THEMES : themes,
    },
    words: asked.filter(word => !word.startsWith('--') && !ofLook.includes(word)),
  }
}
