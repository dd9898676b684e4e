import { Box } from '@/platform/elements'
import type { TrendSeries } from './trend-model'

export interface TrendLegendTexts {
  /** Named only where a point is provisional: `暂定`. */
  provisional?: string
  /** Named only where a point was revised: `微信后来改过`. */
  revised?: string
}

export interface TrendLegendProps {
  series: TrendSeries
  compare?: TrendSeries | undefined
  texts?: TrendLegendTexts | undefined
}

/** What each line and dot means; a lone line needs no words. */
export function TrendLegend({ series, compare, texts }: TrendLegendProps) {
  const provisional = series.points.some(point => point.state === 'provisional' && point.value !== null)
  const revised = series.points.some(point => point.revised)
  const entries = [
    { look: '', text: series.label },
    compare ? { look: 'da-lg-dash', text: compare.label } : null,
    provisional && texts?.provisional ? { look: 'da-lg-dot', text: texts.provisional } : null,
    revised && texts?.revised ? { look: 'da-lg-ring', text: texts.revised } : null,
  ].filter(entry => entry !== null)
  if (entries.length < 2) return null
  return (
    <Box className="da-lg">
      {entries.map(({ look, text }) => (
        <Box tag="span" className="da-lg-one" key={text}>
          <Box tag="span" className={`da-lg-i ${look}`} />
          {text}
        </Box>
      ))}
    </Box>
  )
}
