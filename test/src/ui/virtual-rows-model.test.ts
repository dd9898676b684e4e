import { expect, it } from 'vitest'
import { windowOf } from '../../../src/ui/virtual-rows-model.ts'

const place = { count: 60, rowHeight: 60, top: 400, viewHeight: 800 }

it('draws a list of fifty whole', () => expect(windowOf({ ...place, count: 50 })).toEqual({ from: 0, to: 50 }))
it.each([
  ['before it comes into sight', 400, { from: 0, to: 20 }],
  ['a short way into it', -100, { from: 0, to: 30 }],
  ['in its middle', -1500, { from: 10, to: 50 }],
  ['at its end', -2800, { from: 30, to: 60 }],
  ['far above it', 9000, { from: 0, to: 10 }],
  ['far below it', -99000, { from: 50, to: 60 }],
])('draws what is near the screen: %s', (_where, top, drawn) => expect(windowOf({ ...place, top })).toEqual(drawn))
