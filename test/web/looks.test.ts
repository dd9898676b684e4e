import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { BUILD_TIMEOUT } from '../support/built.ts'
import type { ScreenOptions } from '../support/screen.ts'
import { axeFindings } from './axe.ts'
import { type Demo, openDemo } from './demo.ts'
import { overflow } from './overflow.ts'
import { show } from './show.ts'
import { views } from './views.ts'

const LOOKS: [string, Partial<ScreenOptions>][] = [
  ['light, 390 wide', { width: 390, theme: 'light' }],
  ['dark, 320 wide, English', { width: 320, theme: 'dark', locale: 'en' }],
  ['large text, 320 wide', { width: 320, textScale: 1.3 }],
  ['light, 1280 wide', { width: 1280, theme: 'light' }],
]

let demo: Demo

beforeAll(async () => {
  demo = await openDemo()
}, BUILD_TIMEOUT)

afterAll(() => demo?.close())

describe.each(LOOKS)('%s', (_look, options) => {
  it.each(views.map(view => [view.name, view] as const))('%s is quiet, readable and fits', async (_name, view) => {
    const screen = await show(demo, view, { ...options, font: true })
    try {
      expect(await overflow(screen.page)).toEqual([])
      expect(await axeFindings(screen.page)).toEqual([])
      expect(screen.faults()).toEqual([])
    } finally {
      await screen.close()
    }
  })
})
