import { describe, expect, it } from 'vitest'
import { restingIndex, type TrendPoint, trendLines } from '../../../src/charts/trend-model.ts'

/** `3` a sure value, `3?` a provisional one, `-` a gap. */
const points = (words: string): TrendPoint[] =>
  words.split(' ').map((word, at) => ({
    label: String(at),
    value: word === '-' ? null : Number.parseInt(word, 10),
    state: word === '-' ? 'missing' : word.endsWith('?') ? 'provisional' : 'final',
  }))

describe('trendLines', () => {
  it('leaves a gap where a value is missing', () => {
    expect(trendLines(points('1 2 - 4 5')).solid).toEqual([1, 2, null, 4, 5])
  })

  it('draws the provisional end dotted, from the last sure point on', () => {
    const { solid, dotted } = trendLines(points('1 2 3? 4?'))
    expect(solid).toEqual([1, 2, null, null])
    expect(dotted).toEqual([null, 2, 3, 4])
  })

  it('does not tie a provisional point over a gap', () => {
    expect(trendLines(points('1 - 3?')).dotted).toEqual([null, null, 3])
  })

  it('names points that no line would show', () => {
    expect(trendLines(points('1 - 3 - 5 6')).alone).toEqual([0, 2])
  })

  it('keeps zero a value', () => {
    expect(trendLines(points('0 0 1')).solid).toEqual([0, 0, 1])
  })
})

describe('restingIndex', () => {
  it.each([
    ['1 2 3', 2],
    ['1 2 -', 1],
    ['- 0 -', 1],
    ['- - -', 2],
  ])('of %s is %d', (words, index) => {
    expect(restingIndex(points(words))).toBe(index)
  })
})
