import { describe, expect, it } from 'vitest'
import type { Measure } from '../../../../src/charts/picture/drawing.ts'
import { fitted, linesOf } from '../../../../src/charts/picture/text-lines.ts'

const font = { size: 10, weight: 400 } as const
/** Ten px a sign. */
const measure: Measure = text => [...text].length * 10

describe('a text in lines', () => {
  it.each([
    ['short', 100, ['short']],
    ['打开次数相加', 40, ['打开次数', '相加']],
    ['打开次数。相加', 40, ['打开次', '数。相加']],
    ['opens of each day', 90, ['opens of', 'each day']],
    ['packageMall/pages', 120, ['packageMall/', 'pages']],
    ['aaaaaaaaaa', 40, ['aaaa', 'aaaa', 'aa']],
    ['', 40, []],
  ])('%s in %i px', (text, width, lines) => {
    expect(linesOf(text, width, font, measure)).toEqual(lines)
  })
})

describe('a name in its room', () => {
  it('stays as it is where it fits', () => {
    expect(fitted('搜索', 20, font, measure)).toBe('搜索')
  })

  it('is cut behind', () => {
    expect(fitted('小程序历史列表', 40, font, measure)).toBe('小程序…')
  })
})
