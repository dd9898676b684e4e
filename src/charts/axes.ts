import { type AxisLanguage, axisText } from './axis-text'
import { everySecond, labelPlaces } from './places'
import { type AxisUnit, scaleFor } from './scale'
import type { ChartTheme } from './theme'

export const fontFamily =
  '-apple-system, BlinkMacSystemFont, "PingFang SC", "Noto Sans CJK SC", "Microsoft YaHei", sans-serif'

export interface AxesInput {
  /** Below the axis, one a place. */
  labels: readonly string[]
  /** Indexes that carry one; round steps where it says nothing. */
  ticks?: readonly number[] | undefined
  /** Where the last place ends, when a place is a stretch of time: `24:00`; the axis then reaches one place further. */
  end?: string | undefined
  /** Everything drawn. */
  values: readonly (number | null)[]
  /** Bars stand between the ends of the axis, a line reaches them. */
  isBar: boolean
  unit: AxisUnit
  language: AxisLanguage
  theme: ChartTheme
  textScale: number
}

/** Above this text size five labels are too many for a narrow phone. */
const LARGE_TEXT = 1.2
const MOST = { usual: 5, large: 4 }

/** Grid and axes of every plot: few labels, three grid lines, zero drawn stronger. */
export function axes({ labels, ticks, end, values, isBar, unit, language, theme, textScale }: AxesInput) {
  const scale = scaleFor(values, unit)
  const last = Math.max(labels.length - 1, 1) + (end === undefined ? 0 : 1)
  const isLarge = textScale > LARGE_TEXT
  const places = ticks ?? labelPlaces(labels.length, isLarge ? MOST.large : MOST.usual)
  const side = isBar ? 0.5 : 0
  const text = { color: theme.label, fontSize: 11 * textScale, fontFamily }
  return {
    animation: false,
    grid: { left: 36 * textScale, right: 6, top: 8, bottom: 20 * textScale },
    xAxis: {
      type: 'value',
      min: -side,
      max: last + side,
      splitLine: { show: false },
      axisTick: { show: false },
      axisLine: { lineStyle: { color: theme.zero } },
      axisLabel: {
        ...text,
        margin: 6,
        hideOverlap: true,
        customValues: isLarge && places.length > MOST.large ? everySecond(places) : places,
        alignMinLabel: isBar ? undefined : 'left',
        alignMaxLabel: isBar ? undefined : 'right',
        formatter: (at: number) => labels[at] ?? end ?? '',
      },
    },
    yAxis: {
      type: 'value',
      min: scale?.min ?? 0,
      max: scale?.max ?? 3,
      interval: scale?.step ?? 1,
      axisLine: { show: false },
      axisTick: { show: false },
      splitLine: { lineStyle: { color: theme.grid } },
      axisLabel: {
        ...text,
        margin: 6,
        formatter: (value: number) => (scale === null || value === 0 ? '' : axisText(value, unit, language)),
      },
    },
  }
}
