import { memo } from 'react'
import type { EngagementAnswer } from '@/contract/report-engagement'
import { formatCount } from '@/lib/numbers'
import { Card, ColumnBars, Note, StrongCell, Table } from '@/ui'
import { useLocale, useText } from '../language/text'
import { GapNotes } from '../report/gap-notes'
import { Nothing } from '../report/nothing'
import { blankBuckets, bucketsOf, type Distribution, sentenceOf } from './model'

export interface DistributionCardProps {
  which: Distribution
  answer: EngagementAnswer | null
  isReading: boolean
  onDefine: (which: Distribution) => void
  onRetry: () => void
}

/** Opens by length of stay or by pages: every bucket as a column, its count and share below. */
export const DistributionCard = memo(function DistributionCard(props: DistributionCardProps) {
  const { which, answer, isReading, onDefine, onRetry } = props
  const { engagement, metrics, reports, sources, states } = useText()
  const locale = useLocale()
  const name = engagement[which]
  const total = answer?.data.totals[which] ?? null
  const isComing = total === null && (answer === null ? isReading : answer.freshness.state === 'pending')
  const info = { label: reports.definitionOf(name), onPress: () => onDefine(which) }
  if (total === null && !isComing) {
    return (
      <Card title={name} info={info}>
        <Nothing
          freshness={answer?.freshness ?? null}
          days={answer?.data.byDay}
          isReading={isReading}
          title={reports.noPoints}
          onRetry={onRetry}
        />
      </Card>
    )
  }
  const known = total === null ? blankBuckets(which) : (answer?.data[which] ?? [])
  const buckets = bucketsOf(which, known, locale)
  return (
    <Card
      title={name}
      info={info}
      busy={isComing}
      trailing={total === null ? null : <Note text={sources.total(formatCount(total))} />}
    >
      <ColumnBars
        label={isComing ? states.reading : sentenceOf(name, buckets, locale)}
        bars={buckets.map(({ key, label, value, ratio }) => ({
          id: String(key),
          label,
          ratio: value === null ? null : ratio,
        }))}
      />
      <Table
        busy={isComing}
        label={name}
        columns={[
          { id: 'bucket', title: engagement.bucket[which] },
          { id: 'value', title: metrics.session_cnt },
          { id: 'share', title: engagement.share },
        ]}
        rows={buckets.map(({ key, label, text, share }) => ({
          // another element while blank: a table is written anew for less than its cells one by one
          id: isComing ? `blank ${key}` : String(key),
          cells: isComing ? [label, null, null] : [label, <StrongCell key="value" text={text} />, share],
        }))}
      />
      {which === 'stay' ? <Note text={engagement.borders} /> : null}
      <GapNotes byDay={answer?.data.byDay} />
    </Card>
  )
})
