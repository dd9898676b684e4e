import { useMemo } from 'react'
import { Box } from '@/platform/elements'
import { getTextScale } from '@/platform/system'
import { useColorMode } from '@/ui/color-mode'
import type { AxisLanguage } from './axis-text'
import { colorOf, type Line, linesOption, restingPlace } from './lines-option'
import { Plot, usePlace } from './plot'
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
  /** A value of the line at this place as the legend writes it; null is `--`. */
  format: (value: number | null, line: number) => string
  /** All of it in one sentence for a screen reader. */
  ariaText: string
}

/** Several measures over time; the legend reads out the place that is touched. */
export function LinesChart({ id, lines, labels, unit, language, height = 208, format, ariaText }: LinesChartProps) {
  const { mode } = useColorMode()
  const [selected, select] = usePlace(lines, restingPlace(lines, labels.length))
  const option = useMemo(
    () => linesOption({ lines, labels, selected, unit, language, theme: chartThemes[mode], textScale: getTextScale() }),
    [lines, labels, selected, unit, language, mode],
  )
  const spoken = lines.map(({ name, values }, at) => `${name} ${format(values[selected] ?? null, at)}`)
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
              {format(values[selected] ?? null, at)}
            </Box>
          </Box>
        ))}
      </Box>
      <Plot
        id={id}
        option={option}
        height={height}
        count={labels.length}
        selected={selected}
        onSelect={select}
        ariaText={ariaText}
        placeText={[labels[selected], ...spoken].join(' ')}
      />
    </>
  )
}
