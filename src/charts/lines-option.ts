import type { EChartsCoreOption } from 'echarts/core'
import { type AxesInput, axes } from './axes'
import { seriesColors } from './theme'

export interface Line {
  name: string
  /** One a place; null is a gap. */
  values: readonly (number | null)[]
}

export interface LinesOptionInput extends Omit<AxesInput, 'values' | 'isBar'> {
  lines: readonly Line[]
  /** Index that is read out. */
  selected: number
}

export const colorOf = (at: number) => seriesColors[at % seriesColors.length] ?? 'c1'

/** The last place where any line has a value, else the last. */
export function restingPlace(lines: readonly Line[], count: number): number {
  for (let at = count - 1; at >= 0; at--) if (lines.some(({ values }) => values[at] != null)) return at
  return Math.max(0, count - 1)
}

/** What ECharts draws for several measures over time. */
export function linesOption({ lines, selected, ...rest }: LinesOptionInput): EChartsCoreOption {
  const { labels, theme } = rest
  const isAside = selected !== restingPlace(lines, labels.length)
  return {
    ...axes({ ...rest, values: lines.flatMap(({ values }) => values), isBar: false }),
    series: lines.map(({ values }, at) => ({
      type: 'line',
      data: values.map((value, place) => ({
        value: [place, value ?? '-'],
        symbol: place === selected || isAlone(values, place) ? 'circle' : 'none',
      })),
      symbolSize: 7,
      showAllSymbol: true,
      clip: false,
      silent: true,
      z: 3,
      itemStyle: { color: theme[colorOf(at)], opacity: 1 },
      lineStyle: { color: theme[colorOf(at)], width: 2, cap: 'round', join: 'round' },
      ...(at === 0 && isAside ? { markLine: readingLine(selected, theme.zero) } : {}),
    })),
  }
}

/** A known value between two gaps: no line shows it, so a dot does. */
const isAlone = (values: readonly (number | null)[], at: number) =>
  values[at] != null && values[at - 1] == null && values[at + 1] == null

const readingLine = (at: number, color: string) => ({
  silent: true,
  symbol: 'none',
  animation: false,
  label: { show: false },
  data: [{ xAxis: at, lineStyle: { color, width: 1, type: 'solid' } }],
})
