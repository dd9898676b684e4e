import { LineChart } from 'echarts/charts'
import { GridComponent, MarkLineComponent } from 'echarts/components'
import * as echarts from 'echarts/core'
import { SVGRenderer } from 'echarts/renderers'
import { describe, expect, it } from 'vitest'
import { colorOf, type Line, linesOption, restingPlace } from '../../../src/charts/lines-option.ts'
import { chartThemes } from '../../../src/charts/theme.ts'

echarts.use([LineChart, GridComponent, MarkLineComponent, SVGRenderer])

const theme = chartThemes.light
const labels = ['07-12', '07-13', '07-14']
const line = (name: string, ...values: (number | null)[]): Line => ({ name, values })

function drawn(lines: readonly Line[], selected = 2): string {
  const chart = echarts.init(null, null, { renderer: 'svg', ssr: true, width: 366, height: 208 })
  chart.setOption(linesOption({ lines, labels, selected, unit: 'decimal', language: 'zh', theme, textScale: 1 }))
  return chart.renderToSVGString()
}

describe('several lines', () => {
  it('have a colour each, in their order', () => {
    const svg = drawn([line('甲', 1, 2, 3), line('乙', 3, 2, 1)])
    expect(svg).toContain(theme.c1)
    expect(svg).toContain(theme.c2)
    expect(svg).not.toContain(theme.c3)
  })
  it('begin again with the first colour after the eighth', () => expect(colorOf(8)).toBe('c1'))
  it('show a lonely value as a dot', () => {
    expect(drawn([line('甲', null, 5, null)], 2)).toContain(theme.c1)
  })
  it('write the days and the round numbers at the axes', () => {
    const svg = drawn([line('甲', 10, 20, 30)])
    expect(svg).toContain('07-14')
    expect(svg).toContain('>30<')
  })
})

it.each([
  ['the last place known', [line('甲', 1, 2, null)], 1],
  ['where any line is known', [line('甲', 1, null, null), line('乙', null, null, 4)], 2],
  ['the end when nothing is', [line('甲', null, null, null)], 2],
  ['the beginning of nothing', [], 2],
])('rests at %s', (_what, lines, place) => expect(restingPlace(lines, 3)).toBe(place))
