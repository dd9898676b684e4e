import { PieChart } from 'echarts/charts'
import * as echarts from 'echarts/core'
import { SVGRenderer } from 'echarts/renderers'
import { expect, it } from 'vitest'
import { type RingPart, ringOption } from '../../../src/charts/ring-option.ts'
import { chartThemes } from '../../../src/charts/theme.ts'

echarts.use([PieChart, SVGRenderer])

const theme = chartThemes.light
const part = (name: string, value: number, color: RingPart['color']): RingPart => ({ name, value, color })

function drawn(parts: readonly RingPart[]): string {
  const chart = echarts.init(null, null, { renderer: 'svg', ssr: true, width: 96, height: 96 })
  chart.setOption(ringOption(parts, theme))
  return chart.renderToSVGString()
}

it('draws each part in its colour', () => {
  const svg = drawn([part('女', 61, 'c4'), part('男', 37, 'c1'), part('未知', 2, 'c7')])
  for (const color of [theme.c4, theme.c1, theme.c7]) expect(svg).toContain(color)
})

it('draws nothing for a part of nobody', () => {
  const svg = drawn([part('女', 1, 'c4'), part('男', 0, 'c1')])
  expect(svg).toContain(theme.c4)
  expect(svg).not.toContain(theme.c1)
})

it('draws no half of nothing', () => {
  const svg = drawn([part('女', 0, 'c4'), part('男', 0, 'c1')])
  expect(svg).not.toContain(theme.c4)
})
