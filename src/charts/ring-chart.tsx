import { useMemo } from 'react'
import { Box } from '@/platform/elements'
import { useColorMode } from '@/ui/color-mode'
import { Chart } from './chart'
import { type RingPart, ringOption } from './ring-option'
import { chartThemes } from './theme'

export interface RingChartProps {
  /** Unique on the page. */
  id: string
  /** At most three, with what the list beside the ring says of each. */
  parts: readonly (RingPart & { text: string; share: string })[]
  /** All of it in one sentence for a screen reader. */
  ariaText: string
}

/** Up to three parts of a whole: a ring, and beside it each part with its number and share. */
export function RingChart({ id, parts, ariaText }: RingChartProps) {
  const { mode } = useColorMode()
  const option = useMemo(() => ringOption(parts, chartThemes[mode]), [parts, mode])
  return (
    <Box className="da-ring">
      <Box className="da-ring-plot" role="img" aria-label={ariaText}>
        <Chart id={id} option={option} />
      </Box>
      <Box className="da-keys da-ring-keys">
        {parts.map(({ name, color, text, share }) => (
          <Box className="da-key" key={name}>
            <Box tag="span" className={`da-key-i da-key-${color}`} />
            <Box tag="span" className="da-key-n">
              {name}
            </Box>
            <Box tag="span" className="da-key-v">
              {text}
            </Box>
            <Box tag="span" className="da-key-s">
              {share}
            </Box>
          </Box>
        ))}
      </Box>
    </Box>
  )
}
