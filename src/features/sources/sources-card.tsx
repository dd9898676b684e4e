import { memo, useState } from 'react'
import type { SourcesAnswer } from '@/contract/report-sources'
import { type SourceMetric, sourceMetrics } from '@/contract/sources'
import { formatCount } from '@/lib/numbers'
import { Card, Note, RankedRow, Segmented, TextLink } from '@/ui'
import { useLocale, useText } from '../language/text'
import { isSeveralDays } from '../period/span'
import { GapNotes } from '../report/gap-notes'
import { Nothing } from '../report/nothing'
import { sourceRows, TOP } from './model'

export interface SourcesCardProps {
  answer: SourcesAnswer | null
  metric: SourceMetric
  isReading: boolean
  onPick: (key: number) => void
  onDefine: () => void
  onRetry: () => void
}

/** The ranked sources of a range, ten first. */
export const SourcesCard = memo(function SourcesCard(props: SourcesCardProps) {
  const { answer, metric, isReading, onPick, onDefine, onRetry } = props
  const { sources, metrics, reports } = useText()
  const locale = useLocale()
  const question = `${metric} ${answer?.range.from} ${answer?.range.to}`
  const [wholeOf, setWholeOf] = useState('')
  const isWhole = wholeOf === question
  const name = metrics[metric]
  const count = answer?.data.items.length ?? 0
  if (answer === null || count === 0) {
    const isUnknown = answer !== null && answer.data.total === null
    return (
      <Card title={name}>
        <Nothing
          freshness={answer?.freshness ?? null}
          days={answer?.data.byDay}
          isReading={isReading}
          title={isUnknown ? reports.noPoints : sources.nothing}
          {...(isUnknown ? (metric === 'visit_uv' ? { text: sources.noPeople } : {}) : { text: sources.nothingText })}
          rows={TOP}
          onRetry={onRetry}
        />
      </Card>
    )
  }
  const { total } = answer.data
  const isPeople = metric === 'visit_uv' && isSeveralDays(answer.range)
  return (
    <Card
      title={isWhole ? sources.all(name, count) : sources.title(name, Math.min(TOP, count))}
      info={{ label: reports.definitionOf(sources.definition(name)), onPress: onDefine }}
      trailing={total === null ? null : <Note text={sources.total(formatCount(total))} />}
    >
      {sourceRows(answer.data, isWhole, locale).map(({ key, ...row }) => (
        <RankedRow
          key={key ?? 'rest'}
          {...row}
          dim={key === null}
          {...(key === null ? {} : { onPress: () => onPick(key) })}
        />
      ))}
      {count > TOP ? (
        <TextLink
          text={isWhole ? sources.showTop : sources.showAll}
          onPress={() => setWholeOf(isWhole ? '' : question)}
        />
      ) : null}
      <Note text={sources.ofSum} />
      {isPeople ? <Note text={sources.personDays} /> : null}
      <GapNotes byDay={answer.data.byDay} />
    </Card>
  )
})

/** Opens or visitors. */
export function SourceMetricChoice(props: { metric: SourceMetric; onMetric: (metric: SourceMetric) => void }) {
  const { metrics, reports } = useText()
  return (
    <Segmented
      full
      surface="page"
      label={reports.metric}
      options={sourceMetrics.map(id => ({ id, text: metrics[id] }))}
      value={props.metric}
      onChange={props.onMetric}
    />
  )
}
