import { memo } from 'react'
import type { Day } from '@/contract/periods'
import type { RealtimeAnswer } from '@/contract/report-realtime'
import { monthDayWeekday } from '@/lib/dates'
import { formatCount } from '@/lib/numbers'
import { Box } from '@/platform/elements'
import { Card, Change, Note, Skeleton } from '@/ui'
import { useLocale, useText } from '../language/text'
import { recentBars, totalCells } from './model'

export interface NowCardProps {
  answer: RealtimeAnswer | null
  isToday: boolean
  granularity: number
  base: Day | null
  /** `0:00–14:05` */
  span: string
}

/** Who is there at this moment, and the numbers of the span against the same time of another day. */
export const NowCard = memo(function NowCard({ answer, isToday, granularity, base, span }: NowCardProps) {
  const { realtime } = useText()
  const locale = useLocale()
  const data = answer?.data ?? null
  return (
    <Card label={realtime.title}>
      {isToday ? (
        <>
          <Note text={realtime.now(data?.now.windowMinutes ?? 5)} />
          <Box className="da-now">
            <Box className="da-now-v">
              {data === null ? (
                <Skeleton width={120} height={36} space={4} />
              ) : data.now.activeUsers === null ? (
                '--'
              ) : (
                formatCount(data.now.activeUsers)
              )}
            </Box>
            {data === null ? null : <RecentBars bars={recentBars(data, granularity)} />}
          </Box>
        </>
      ) : null}
      <Box className={isToday ? 'da-now-sums da-now-under' : 'da-now-sums'}>
        {data === null
          ? (['pv', 'uv', 'sessions'] as const).map(id => (
              <Box key={id} className="da-now-cell">
                <Box className="da-note">{id === 'pv' && isToday ? realtime.todayPv : realtime[id]}</Box>
                <Box className="da-now-sum">
                  <Skeleton width={72} height={18} space={3} />
                </Box>
              </Box>
            ))
          : totalCells(data, isToday, base, locale).map(({ id, name, value, change }) => (
              <Box key={id} className="da-now-cell">
                <Box className="da-note">{name}</Box>
                <Box className="da-now-sum">{value}</Box>
                {change ? <Change {...change} /> : null}
              </Box>
            ))}
      </Box>
      {base === null ? null : <Note text={realtime.against(monthDayWeekday(base, locale), span)} />}
    </Card>
  )
})

/** The newest buckets, to see at a glance which way it goes; the curve below says it in words. */
function RecentBars({ bars }: { bars: { ratio: number; isNow: boolean }[] }) {
  return (
    <Box className="da-now-bars" aria-hidden>
      {bars.map(({ ratio, isNow }, at) => (
        <Box
          // biome-ignore lint/suspicious/noArrayIndexKey: a bar is its place from the right
          key={at - bars.length}
          className={isNow ? 'da-now-bar da-now-bar-on' : 'da-now-bar'}
          style={{ height: `${Math.max(2, Math.round(ratio * 44))}px` }}
        />
      ))}
    </Box>
  )
}
