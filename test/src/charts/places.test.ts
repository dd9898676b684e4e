import { describe, expect, it } from 'vitest'
import { bands, labelPlaces, nearestIndex } from '../../../src/charts/places.ts'

const marks = (signs: string) => [...signs].map(sign => sign === 'x')

describe('bands', () => {
  it('joins the days of a weekend', () => {
    expect(bands(marks('..xx...'))).toEqual([{ from: 1.5, to: 3.5 }])
  })

  it('is cut at the ends of the axis', () => {
    expect(bands(marks('x....xx'))).toEqual([
      { from: 0, to: 0.5 },
      { from: 4.5, to: 6 },
    ])
  })

  it('shades nothing without a marked day', () => {
    expect(bands(marks('....'))).toEqual([])
  })
})

describe('labelPlaces', () => {
  it.each([
    [1, [0]],
    [2, [0, 1]],
    [5, [0, 1, 2, 3, 4]],
    [7, [0, 2, 4, 6]],
    [14, [0, 3, 6, 9, 13]],
    [30, [0, 7, 14, 21, 29]],
    [0, []],
  ])('labels of %d points stand at %j', (count, places) => {
    expect(labelPlaces(count)).toEqual(places)
  })

  it.each([8, 31, 61, 90, 180, 365, 366])('labels first and last of %d points and not more than five', count => {
    const places = labelPlaces(count)
    expect(places[0]).toBe(0)
    expect(places[places.length - 1]).toBe(count - 1)
    expect(places.length).toBeLessThanOrEqual(5)
  })
})

describe('nearestIndex', () => {
  it.each([
    [3.4, 3],
    [3.6, 4],
    [-2, 0],
    [99, 6],
  ])('reads place %d of seven points as %d', (place, index) => {
    expect(nearestIndex(place, 7)).toBe(index)
  })
})
