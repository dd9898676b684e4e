import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { BUILD_TIMEOUT } from '../support/built.ts'
import type { ScreenOptions } from '../support/screen.ts'
import { axeFindings } from './axe.ts'
import { type Demo, openDemo } from './demo.ts'
import { overflow } from './overflow.ts'
import { show } from './show.ts'
import { type View, views } from './views.ts'

interface Look extends Partial<ScreenOptions> {
  width: number
  /** Looks at what taps open as well. */
  isThorough?: boolean
}

const LOOKS: [string, Look][] = [
  ['390 wide', { width: 390 }],
  ['320 wide, English', { width: 320, theme: 'dark', locale: 'en', isThorough: true }],
  ['320 wide, large text', { width: 320, textScale: 1.3 }],
  ['390 wide, text of twice the size', { width: 390, textScale: 2, isThorough: true }],
  ['320 wide, text of twice the size, English', { width: 320, theme: 'dark', locale: 'en', textScale: 2 }],
  ['1280 wide', { width: 1280, isThorough: true }],
]
const THEMES = ['light', 'dark'] as const

let demo: Demo

beforeAll(async () => {
  demo = await openDemo()
}, BUILD_TIMEOUT)

afterAll(() => demo?.close())

describe.each(LOOKS)('%s', (_look, { isThorough = false, ...options }) => {
  const seen = views.filter(({ isOpened = false }) => isThorough || !isOpened)
  it.each(seen.map((view): [string, View] => [view.name, view]))(
    '%s is quiet, readable and fits',
    async (_name, view) => {
      const screen = await show(demo, view, { ...options, font: true })
      try {
        expect(await overflow(screen.page)).toEqual([])
        for (const colorScheme of THEMES) {
          await screen.page.emulateMedia({ colorScheme })
          expect(await axeFindings(screen.page), colorScheme).toEqual([])
        }
        expect(screen.faults()).toEqual([])
      } finally {
        await screen.close()
      }
    },
  )
})
