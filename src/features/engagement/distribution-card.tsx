import { memo } from 'react'
import type { EngagementAnswer } from '@/contract/report-engagement'
import { formatCount } from '@/lib/numbers'
import { Card, ColumnBars, Missing, Note, StrongCell, Table } from '@/ui'
import { useLocale, useText } from '../language/text'
import { whyMissing } from '../overview/model'
import { Nothing } from '../report/nothing'
import type { Explain } from '../shell/explain'
import { bucketsOf, type Distribution, sentenceOf } from './model'

export interface DistributionCardProps {
  which: Distribution
  answer: EngagementAnswer | null
  isReading: boolean
  onDefine: (which: Distribution) => void
  onRetry: () => void
  explain: Explain
}

/** Opens by length of stay or by pages: every bucket as a column, its count and share below. */
export const DistributionCard = memo(function DistributionCard(props: DistributionCardProps) {
  const { which, answer, isReading, onDefine, onRetry, explain } = props
  const { engagement, metrics, reports, sources } = useText()
  const locale = useLocale()
  const name = engagement[which]
  const total = answer?.data.totals[which] ?? null
  const isOnItsWay = answer === null || answer.freshness.state === 'pending'
  if (isOnItsWay && total === null) {
    return (
      <Card title={name}>
        <Nothing
          freshness={answer?.freshness ?? null}
          isReading={isReading}
          title={reports.noPoints}
          rows={8}
          onRetry={onRetry}
        />
      </Card>
    )
  }
  const buckets = bucketsOf(which, answer?.data[which] ?? [], locale)
  const why = whyMissing(answer?.freshness.state ?? 'missing', locale)
  return (
    <Card
      title={name}
      info={{ label: reports.definitionOf(name), onPress: () => onDefine(which) }}
      trailing={total === null ? null : <Note text={sources.total(formatCount(total))} />}
    >
      <ColumnBars
        label={sentenceOf(name, buckets, locale)}
        bars={buckets.map(({ key, label, value, ratio }) => ({
          id: String(key),
          label,
          ratio: value === null ? null : ratio,
        }))}
      />
      <Table
        label={name}
        columns={[
          { id: 'bucket', title: engagement.bucket[which] },
          { id: 'value', title: metrics.session_cnt },
          { id: 'share', title: engagement.share },
        ]}
        rows={buckets.map(({ key, label, value, text, share }) => ({
          id: String(key),
          cells: [
            label,
            value === null ? (
              <Missing key="value" label={`${label} ${reports.missingLabel}`} onPress={() => explain(label, why)} />
            ) : (
              <StrongCell key="value" text={text} />
            ),
            share,
          ],
        }))}
      />
      {which === 'stay' ? <Note text={engagement.borders} /> : null}
    </Card>
  )
})
