import { Box } from '@/platform/elements'

export interface ColumnBar {
  id: string
  /** Below the zero line: `6-10s`. */
  label: string
  /** 0 to 1, against the highest; null = not known, no bar. */
  ratio: number | null
}

/** A label may break behind its dash, or seven of them would not stand side by side. */
const breakable = (label: string) => label.replace(/-/g, '-\u200b')

/** A few columns on a zero line that is always drawn; their numbers stand in a table beside or below. */
export function ColumnBars({ bars, label }: { bars: readonly ColumnBar[]; label: string }) {
  return (
    <Box className="da-bars" role="img" aria-label={label}>
      {bars.map(bar => (
        <Box className="da-bars-1" key={bar.id}>
          <Box className="da-bars-plot">
            {bar.ratio === null ? null : (
              <Box className="da-bars-fill" style={{ height: `${Math.round(bar.ratio * 1000) / 10}%` }} />
            )}
          </Box>
          <Box tag="span" className="da-bars-l">
            {breakable(bar.label)}
          </Box>
        </Box>
      ))}
    </Box>
  )
}
