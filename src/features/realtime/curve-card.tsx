import { memo, useMemo } from 'react'
import { TrendChart, TrendSkeleton } from '@/charts'
import type { RealtimeAnswer } from '@/contract/report-realtime'
import { shortPath } from '@/lib/paths'
import { Button, Card, Empty } from '@/ui'
import { useLocale, useText } from '../language/text'
import { bucketReadOut, curveOf, describeCurve } from './model'

export interface CurveCardProps {
  answer: RealtimeAnswer | null
  isReading: boolean
  granularity: number
  /** What the two lines are called: `今天`, `07-08 周三`. */
  names: { day: string; base: string }
  /** The page looked at, `null` for all. */
  page: string | null
  height?: number | undefined
  onPage: () => void
  onRetry: () => void
}

/** 访问次数 over the day, the base day dashed beside it. */
export const CurveCard = memo(function CurveCard(props: CurveCardProps) {
  const { answer, isReading, granularity, names, page, height = 168, onPage, onRetry } = props
  const { realtime, reports, states } = useText()
  const locale = useLocale()
  const { day, base } = names
  const curve = useMemo(() => answer && curveOf(answer, granularity, { day, base }), [answer, granularity, day, base])
  const object = page === null ? realtime.allPages : shortPath(page, 16)
  return (
    <Card
      title={realtime.pv}
      note={realtime.every(granularity)}
      trailing={<Button small after="down" text={object} label={`${object} ${realtime.pickPage}`} onPress={onPage} />}
    >
      {answer !== null && curve !== null ? (
        <TrendChart
          id="realtime-curve"
          {...curve}
          unit="count"
          language={locale === 'en' ? 'en' : 'zh'}
          height={height}
          readOut={at => bucketReadOut(answer, at, granularity, base, locale)}
          ariaText={describeCurve(answer.data, realtime.pv, day, locale)}
        />
      ) : isReading ? (
        <TrendSkeleton label={states.reading} height={height} />
      ) : (
        <Empty title={reports.noPoints} text={states.offlineEmpty} action={{ text: states.retry, onPress: onRetry }} />
      )}
    </Card>
  )
})
