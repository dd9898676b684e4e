import { expect, it } from 'vitest'
import { lagsOf, untilShown, watch } from './visible.ts'

it('an event is visible with the first look that shows it beside all that were there before', () => {
  const looks = [
    { at: 1_000, views: 7 },
    { at: 1_200, views: 8 },
    { at: 1_900, views: 10 },
  ]
  expect(lagsOf([1_100, 1_150, 1_300], 7, looks)).toEqual([100, 600, 750])
})

it('an event that was shown before its answer was heard waited for nothing', () => {
  expect(lagsOf([1_100], 0, [{ at: 1_000, views: 1 }])).toEqual([0])
})

it('an event that is never shown is no small lag', () => {
  expect(() => lagsOf([1_000, 1_001], 0, [{ at: 1_500, views: 1 }])).toThrow('event 2 of 2 was never shown')
})

it('a curve that shows more than was accepted is an error and no quick curve', async () => {
  await expect(untilShown(async () => 3, 2)).rejects.toThrow('2 events were accepted, the curve shows 3')
})

it('whoever stops to watch has seen what is there now', async () => {
  let views = 0
  const end = watch(async () => views)
  views = 5
  expect((await end()).at(-1)).toMatchObject({ views: 5 })
})
