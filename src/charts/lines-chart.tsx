import { useMemo, useState } from 'react'
import { Box } from '@/platform/elements'
import { getTextScale } from '@/platform/system'
import { useColorMode } from '@/ui/color-mode'
import type { AxisLanguage } from './axis-text'
import { Chart } from './chart'
import { colorOf, type Line, linesOption, restingPlace } from './lines-option'
import { nearestIndex } from './places'
import type { AxisUnit } from './scale'
import { chartThemes } from './theme'

export interface LinesChartProps {
  /** Unique on the page. */
  id: string
  lines: readonly Line[]
  /** Below the axis, one a place: `07-14`. */
  labels: readonly string[]
  unit: AxisUnit
  language: AxisLanguage
  /** px, at least. */
  height?: number
  /** A value as the legend writes it; null is `--`. */
  format: (value: number | null) => string
  /** All of it in one sentence for a screen reader. */
  ariaText: string
}

/** Several measures over time; the legend reads out the place that is touched. */
export function LinesChart({ id, lines, labels, unit, language, height = 208, format, ariaText }: LinesChartProps) {
  const { mode } = useColorMode()
  const rest = restingPlace(lines, labels.length)
  const [touched, setTouched] = useState<{ lines: readonly Line[]; at: number } | null>(null)
  // a finger's choice belongs to the numbers that it touched
  const selected = touched && touched.lines === lines ? touched.at : rest
  const option = useMemo(
    () => linesOption({ lines, labels, selected, unit, language, theme: chartThemes[mode], textScale: getTextScale() }),
    [lines, labels, selected, unit, language, mode],
  )
  const select = (at: number) => {
    if (at !== selected) setTouched({ lines, at })
  }
  const spoken = lines.map(({ name, values }) => `${name} ${format(values[selected] ?? null)}`)
  return (
    <>
      <Box className="da-read">
        <Box tag="span" className="da-note">
          {labels[selected] ?? ''}
        </Box>
      </Box>
      <Box className="da-keys">
        {lines.map(({ name, values }, at) => (
          <Box className="da-key" key={name}>
            <Box tag="span" className={`da-key-i da-key-${colorOf(at)}`} />
            <Box tag="span" className="da-key-n">
              {name}
            </Box>
            <Box tag="span" className="da-key-v">
              {format(values[selected] ?? null)}
            </Box>
          </Box>
        ))}
      </Box>
      <Box
        className="da-plot"
        style={{ minHeight: `${height}px` }}
        role="slider"
        tabIndex={0}
        aria-label={ariaText}
        aria-valuemin={1}
        aria-valuemax={Math.max(1, labels.length)}
        aria-valuenow={selected + 1}
        aria-valuetext={[labels[selected], ...spoken].join(' ')}
        onKeyDown={event => {
          const by = event.key === 'ArrowLeft' ? -1 : event.key === 'ArrowRight' ? 1 : 0
          if (by === 0) return
          event.preventDefault()
          select(nearestIndex(selected + by, labels.length))
        }}
      >
        <Chart id={id} option={option} onPlace={place => select(nearestIndex(place, labels.length))} />
      </Box>
    </>
  )
}
