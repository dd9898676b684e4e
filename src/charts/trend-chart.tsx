import { useMemo } from 'react'
import { Box } from '@/platform/elements'
import { getTextScale } from '@/platform/system'
import { Change, type ChangeProps } from '@/ui/change'
import { useColorMode } from '@/ui/color-mode'
import { plainValue, type ValueParts, valueContent } from '@/ui/value-text'
import type { AxisLanguage } from './axis-text'
import { Plot, usePlace } from './plot'
import type { AxisUnit } from './scale'
import { chartThemes } from './theme'
import { TrendLegend, type TrendLegendTexts } from './trend-legend'
import { restingIndex, type TrendSeries } from './trend-model'
import { type TrendMark, trendOption } from './trend-option'

export interface ReadOut {
  /** `--` where nothing is known. */
  value: ValueParts
  /** Day, comparison, state: `['07-14 周二', '对比 51,791']`. */
  notes: readonly string[]
  change?: ChangeProps | undefined
}

export interface TrendChartProps {
  /** Unique on the page. */
  id: string
  series: TrendSeries
  /** The same place on the axis, an earlier time. */
  compare?: TrendSeries | undefined
  marks?: readonly TrendMark[]
  kind?: 'line' | 'bar'
  unit: AxisUnit
  language: AxisLanguage
  /** px, at least; default 192 with its axis. Beside a taller card it grows. */
  height?: number
  /** The line above the plot for the point at an index. */
  readOut: (index: number) => ReadOut
  /** Range, low, high, last, change: one sentence for a screen reader. */
  ariaText: string
  legend?: TrendLegendTexts
}

/** One metric over time: what is read out stands above the plot, never under the finger. */
export function TrendChart(props: TrendChartProps) {
  const { id, series, compare, marks, kind = 'line', unit, language, height = 192, readOut, ariaText, legend } = props
  const { mode } = useColorMode()
  const [selected, select] = usePlace(series, restingIndex(series.points))
  const option = useMemo(
    () =>
      trendOption({
        kind,
        series,
        compare,
        marks,
        unit,
        language,
        selected,
        theme: chartThemes[mode],
        textScale: getTextScale(),
      }),
    [kind, series, compare, marks, unit, language, selected, mode],
  )
  const { value, notes, change } = readOut(selected)
  return (
    <>
      <Box className="da-read">
        <Box tag="span" className="da-read-v">
          {valueContent(value)}
        </Box>
        {notes.map(note => (
          <Box tag="span" className="da-note" key={note}>
            {note}
          </Box>
        ))}
        {change ? <Change {...change} /> : null}
      </Box>
      <Plot
        id={id}
        option={option}
        height={height}
        count={series.points.length}
        selected={selected}
        onSelect={select}
        ariaText={ariaText}
        placeText={[plainValue(value), ...notes, change?.label].filter(Boolean).join(' ')}
      />
      <TrendLegend series={series} compare={compare} texts={legend} />
    </>
  )
}
