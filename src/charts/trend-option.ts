import type { EChartsCoreOption } from 'echarts/core'
import { axes, fontFamily } from './axes'
import type { AxisLanguage } from './axis-text'
import { bands } from './places'
import type { AxisUnit } from './scale'
import type { ChartTheme } from './theme'
import { restingIndex, type TrendSeries, trendLines } from './trend-model'

export interface TrendMark {
  /** Index of the point. */
  at: number
  /** `v3.4.0` */
  text: string
}

export interface TrendOptionInput {
  kind: 'line' | 'bar'
  series: TrendSeries
  compare?: TrendSeries | undefined
  marks?: readonly TrendMark[] | undefined
  unit: AxisUnit
  language: AxisLanguage
  /** Index that is read out. */
  selected: number
  theme: ChartTheme
  /** The person's text size, 1 to 1.3. */
  textScale: number
}

/** What ECharts draws for one metric over time. Everything arithmetic is in the modules beside this one. */
export function trendOption(input: TrendOptionInput): EChartsCoreOption {
  const { kind, series, compare, unit, language, theme, textScale } = input
  const { points } = series
  return {
    ...axes({
      labels: points.map(point => point.label),
      ticks: series.ticks,
      end: series.end,
      values: [...points, ...(compare?.points ?? [])].map(point => point.value),
      isBar: kind === 'bar',
      unit,
      language,
      theme,
      textScale,
    }),
    series: [...comparisonSeries(input), ...(kind === 'bar' ? barSeries(input) : lineSeries(input))],
  }
}

type Drawn = Record<string, unknown>

const pairs = (values: readonly (number | null)[]) => values.map((value, at) => [at, value ?? '-'])

const PALE = 0.4

/** The base of the comparison; where the series has not come yet, the rest of it is pale. */
function comparisonSeries({ series, compare, theme, kind }: TrendOptionInput): Drawn[] {
  if (!compare) return []
  const values = compare.points.map(point => point.value)
  const line = (data: (number | null)[], opacity: number) => ({
    type: 'line',
    data: pairs(data),
    symbol: kind === 'bar' ? 'circle' : 'none',
    lineStyle: { color: theme.compare, width: 1.5, type: [4, 3], opacity },
    itemStyle: { color: theme.compare, opacity },
    silent: true,
    z: 2,
  })
  const rest = restingIndex(series.points)
  const isWhole = rest >= values.length - 1
  const met = line(isWhole ? values : values.slice(0, rest + 1), 1)
  return isWhole
    ? [met]
    : [
        met,
        line(
          values.map((value, at) => (at < rest ? null : value)),
          PALE,
        ),
      ]
}

function lineSeries(input: TrendOptionInput): Drawn[] {
  const { series, theme, selected } = input
  const { points } = series
  const { solid, dotted, alone } = trendLines(points)
  const line = { type: 'line', symbol: 'none', silent: true, z: 3, areaStyle: { color: theme.dataSoft, origin: 0 } }
  const lonely = alone.filter(at => at !== selected)
  return [
    {
      ...line,
      data: pairs(solid),
      lineStyle: { color: theme.data, width: 2, cap: 'round', join: 'round' },
      ...underlay(input),
    },
    { ...line, data: pairs(dotted), lineStyle: { color: theme.data, width: 2, type: [2, 4], cap: 'round' } },
    dots(points, lonely, { color: theme.data, size: 5 }),
    dots(
      points,
      points.flatMap((point, at) => (point.revised ? [at] : [])),
      { color: theme.card, border: theme.data, size: 8 },
    ),
    dots(points, [selected], { color: theme.data, size: 9 }),
  ]
}

function dots(
  points: TrendSeries['points'],
  at: readonly number[],
  look: { color: string; border?: string; size: number },
): Drawn {
  return {
    type: 'line',
    data: at.flatMap(index => (points[index]?.value == null ? [] : [[index, points[index]?.value]])),
    lineStyle: { width: 0 },
    symbol: 'circle',
    symbolSize: look.size,
    showAllSymbol: true,
    clip: false,
    itemStyle: {
      color: look.color,
      borderColor: look.border ?? look.color,
      borderWidth: look.border ? 2 : 0,
      opacity: 1,
    },
    silent: true,
    z: 5,
  }
}

function barSeries(input: TrendOptionInput): Drawn[] {
  const { series, theme, selected } = input
  return [
    {
      type: 'bar',
      barMaxWidth: 28,
      barCategoryGap: '40%',
      silent: true,
      z: 1,
      data: series.points.map((point, at) => ({
        value: [at, point.value ?? '-'],
        itemStyle: {
          color: theme.data,
          opacity: at === selected ? 1 : 0.72,
          borderRadius: [2, 2, 0, 0],
          ...(point.state === 'provisional'
            ? { color: theme.dataTrack, borderColor: theme.data, borderType: 'dotted' }
            : {}),
        },
      })),
      ...underlay(input),
    },
  ]
}

/** Weekends, releases and the reading line, under the data. */
function underlay({ series, theme, marks = [], selected, kind, textScale }: TrendOptionInput): Drawn {
  const { points } = series
  const reading = kind === 'line' && selected !== restingIndex(points) ? [selected] : []
  return {
    markArea: {
      silent: true,
      itemStyle: { color: theme.band },
      data: bands(points.map(point => point.band === true)).map(({ from, to }) => [{ xAxis: from }, { xAxis: to }]),
    },
    markLine: {
      silent: true,
      symbol: 'none',
      animation: false,
      label: { show: false },
      data: [
        ...marks.map(({ at, text }) => ({
          xAxis: at,
          lineStyle: { color: theme.mark, width: 1, type: [1, 3] },
          label: {
            show: true,
            formatter: text,
            position: 'start',
            distance: -20 * textScale,
            color: theme.label,
            backgroundColor: theme.markFill,
            borderRadius: 4,
            padding: [2, 4],
            fontSize: 11 * textScale,
            fontFamily,
          },
        })),
        ...reading.map(at => ({ xAxis: at, lineStyle: { color: theme.zero, width: 1, type: 'solid' } })),
      ],
    },
  }
}
