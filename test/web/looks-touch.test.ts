import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { BUILD_TIMEOUT } from '../support/built.ts'
import { type Demo, openDemo } from './demo.ts'
import { show } from './show.ts'
import { smallTargets } from './touch.ts'
import { type View, views } from './views.ts'

let demo: Demo

beforeAll(async () => {
  demo = await openDemo()
}, BUILD_TIMEOUT)

afterAll(() => demo?.close())

describe.each(['zh-CN', 'en'] as const)('a thumb on a phone of 320 px in %s', locale => {
  it.each(views.map((view): [string, View] => [view.name, view]))(
    'finds 44 px of every control of %s',
    async (_, view) => {
      const screen = await show(demo, view, { width: 320, locale, font: true })
      try {
        expect(await smallTargets(screen.page)).toEqual([])
      } finally {
        await screen.close()
      }
    },
  )
})
