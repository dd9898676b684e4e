import { BarChart, LineChart } from 'echarts/charts'
import { GridComponent, MarkAreaComponent, MarkLineComponent } from 'echarts/components'
import * as echarts from 'echarts/core'
import { SVGRenderer } from 'echarts/renderers'
import { describe, expect, it } from 'vitest'
import { chartThemes } from '../../../src/charts/theme.ts'
import type { TrendPoint } from '../../../src/charts/trend-model.ts'
import { type TrendOptionInput, trendOption } from '../../../src/charts/trend-option.ts'

echarts.use([LineChart, BarChart, GridComponent, MarkAreaComponent, MarkLineComponent, SVGRenderer])

const theme = chartThemes.light

const days = (...values: (number | null)[]): TrendPoint[] =>
  values.map((value, at) => ({ label: `07-${String(at + 1).padStart(2, '0')}`, value }))

/** What ECharts really draws, as SVG. */
function drawn(change: Partial<TrendOptionInput>): string {
  const chart = echarts.init(null, null, { renderer: 'svg', ssr: true, width: 366, height: 192 })
  const points = change.series?.points ?? days(57_000, 60_300, 72_396, 61_208)
  chart.setOption(
    trendOption({
      kind: 'line',
      series: { label: '最近4天', points },
      unit: 'count',
      language: 'zh',
      selected: points.length - 1,
      theme,
      textScale: 1,
      ...change,
    }),
  )
  const svg = chart.renderToSVGString()
  chart.dispose()
  return svg
}

const texts = (svg: string) => [...svg.matchAll(/<text[^>]*>([^<]*)<\/text>/g)].map(found => found[1])
const strokes = (svg: string, colour: string) => svg.split(`stroke="${colour}"`).length - 1

describe('the trend chart', () => {
  it('writes three values at the axis and leaves zero to its line', () => {
    expect(texts(drawn({}))).toEqual(['2.5万', '5万', '7.5万', '07-01', '07-02', '07-03', '07-04'])
  })

  it('writes them the English way', () => {
    expect(texts(drawn({ language: 'en' }))).toContain('25K')
  })

  it('writes no value when none is known', () => {
    expect(texts(drawn({ series: { label: 'x', points: days(null, null, null) } }))).toEqual([
      '07-01',
      '07-02',
      '07-03',
    ])
  })

  it('breaks the line at a gap', () => {
    const line = drawn({ series: { label: 'x', points: days(1, 2, null, 4, 5) } })
    const path = new RegExp(`<path d="([^"]*)"[^>]*stroke="${theme.data}"`).exec(line)?.[1] ?? ''
    expect(path.split('M').length - 1).toBe(2)
  })

  it('dashes the comparison', () => {
    const compare = { label: '5周前同星期', points: days(40_000, 41_000, 42_000, 43_000) }
    expect(drawn({ compare })).toMatch(/stroke-dasharray="4,3"/)
  })

  it('dots the last stretch while it is provisional', () => {
    const points = days(1, 2, 3).map((point, at) => (at === 2 ? { ...point, state: 'provisional' as const } : point))
    expect(drawn({ series: { label: 'x', points } })).toMatch(/stroke-dasharray="2,4"/)
  })

  it('shades weekends', () => {
    const points = days(1, 2, 3, 4).map((point, at) => ({ ...point, band: at === 1 || at === 2 }))
    expect(drawn({ series: { label: 'x', points } })).toContain('fill="rgb(0,0,0)" fill-opacity="0.035"')
  })

  it('names a release at the axis', () => {
    expect(texts(drawn({ marks: [{ at: 2, text: 'v3.4.0' }] }))).toContain('v3.4.0')
  })

  it('draws a reading line only where a finger chose another day', () => {
    const zero = 'rgb(0,0,0)" stroke-opacity="0.28'
    expect(strokes(drawn({ selected: 1 }), zero) - strokes(drawn({ selected: 3 }), zero)).toBe(1)
  })

  it('draws bars as well', () => {
    const svg = drawn({ kind: 'bar', unit: 'seconds', series: { label: 'x', points: days(12, 80, null) } })
    expect(svg.split(`fill="${theme.data}"`).length - 1).toBe(2)
  })

  it('grows its words with the text of the phone', () => {
    expect(drawn({ textScale: 1.3 })).toContain('font-size:14.3px')
  })
})
