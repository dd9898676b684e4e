import { useState } from 'react'
import { Box } from '@/platform/elements'
import { Chart } from './chart'
import type { ChartProps } from './chart.types'
import { nearestIndex } from './places'

/**
 * The place that is read out: the one touched last, else where a reading begins.
 * @param drawn what is on the plot; a finger's choice belongs to the numbers that it touched
 * @param rest the place before anybody touched
 */
export function usePlace(drawn: object, rest: number): [place: number, select: (place: number) => void] {
  const [touched, setTouched] = useState<{ drawn: object; place: number } | null>(null)
  const selected = touched && touched.drawn === drawn ? touched.place : rest
  const select = (place: number) => {
    if (place !== selected) setTouched({ drawn, place })
  }
  return [selected, select]
}

export interface PlotProps {
  /** Unique on the page. */
  id: string
  option: ChartProps['option']
  /** px, at least. */
  height: number
  /** How many places the axis has. */
  count: number
  selected: number
  onSelect: (place: number) => void
  /** All of it in one sentence for a screen reader. */
  ariaText: string
  /** The place that is read out, in words. */
  placeText: string
}

/** A chart along an axis whose places are read out one by one, by a finger, the arrow keys or a screen reader. */
export function Plot({ id, option, height, count, selected, onSelect, ariaText, placeText }: PlotProps) {
  return (
    <Box
      className="da-plot"
      style={{ minHeight: `${height}px` }}
      role="slider"
      tabIndex={0}
      aria-label={ariaText}
      aria-valuemin={1}
      aria-valuemax={Math.max(1, count)}
      aria-valuenow={selected + 1}
      aria-valuetext={placeText}
      onKeyDown={event => {
        const by = event.key === 'ArrowLeft' ? -1 : event.key === 'ArrowRight' ? 1 : 0
        if (by === 0) return
        event.preventDefault()
        onSelect(nearestIndex(selected + by, count))
      }}
    >
      <Chart id={id} option={option} onPlace={place => onSelect(nearestIndex(place, count))} />
    </Box>
  )
}
