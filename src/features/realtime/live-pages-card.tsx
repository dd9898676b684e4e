import { memo } from 'react'
import type { RealtimeAnswer } from '@/contract/report-realtime'
import { Button, Card, Empty, Note, RankedRow, SkeletonRows, useMoreRows } from '@/ui'
import { useText } from '../language/text'
import { livePages } from './model'

const AT_ONCE = 10

export interface LivePagesCardProps {
  answer: RealtimeAnswer | null
  /** `0:00–14:05` */
  span: string
  /** Opens the curve of one page. */
  onPage: (path: string) => void
}

/** 详情数据: what is being looked at, most views first; a tap shows the page's own curve. */
export const LivePagesCard = memo(function LivePagesCard({ answer, span, onPage }: LivePagesCardProps) {
  const { realtime, reports, states } = useText()
  const { count, more } = useMoreRows(AT_ONCE, `${answer?.range.from} ${span}`)
  const pages = answer === null ? null : livePages(answer.data)
  return (
    <Card title={realtime.details} trailing={<Note text={span} />}>
      {pages === null ? (
        <SkeletonRows count={5} label={states.reading} />
      ) : pages.length === 0 ? (
        <Empty title={realtime.noPages} text={realtime.noPagesText} />
      ) : (
        pages
          .slice(0, count)
          .map(({ path, ...row }) => <RankedRow key={path} {...row} fullName={path} onPress={() => onPage(path)} />)
      )}
      {pages !== null && pages.length > count ? <Button block small text={reports.more} onPress={more} /> : null}
    </Card>
  )
})
