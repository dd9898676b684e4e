import { Box } from '@/platform/elements'
import { classNames } from './class-names'

export interface ColumnBar {
  id: string
  /** Below the zero line: `6-10s`. */
  label: string
  /** 0 to 1, against the highest; null = not known, no bar. */
  ratio: number | null
  /** Above the bar: its share. */
  text?: string
  /** Quiet: what WeChat does not know. */
  dim?: boolean
}

/** A label may break behind its dash, or seven of them would not stand side by side. */
const breakable = (label: string) => label.replace(/-/g, '-\u200b')

/** A few columns on a zero line that is always drawn; their numbers stand in a table beside or below. */
export function ColumnBars({ bars, label }: { bars: readonly ColumnBar[]; label: string }) {
  return (
    <Box className="da-bars" role="img" aria-label={label}>
      {bars.map(bar => (
        <Box className="da-bars-1" key={bar.id}>
          <Box className={classNames('da-bars-plot', bar.text !== undefined && 'da-bars-told')}>
            {bar.text === undefined ? null : (
              <Box tag="span" className="da-bars-t">
                {bar.text}
              </Box>
            )}
            <Box
              className={classNames('da-bars-fill', bar.dim && 'da-bars-dim')}
              style={{ height: `${Math.round((bar.ratio ?? 0) * 1000) / 10}%` }}
            />
          </Box>
          <Box tag="span" className="da-bars-l">
            {breakable(bar.label)}
          </Box>
        </Box>
      ))}
    </Box>
  )
}
