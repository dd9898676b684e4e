import { useMemo } from 'react'
import type { RetentionAnswer } from '@/contract/report-retention'
import { Card, Note } from '@/ui'
import type { RetentionChoice } from '../choices/report-choices'
import { useLocale, useText } from '../language/text'
import { Nothing } from '../report/nothing'
import type { Explain } from '../shell/explain'
import { HeatScale } from './heat-scale'
import { HeatSkeleton } from './heat-skeleton'
import { HeatTable } from './heat-table'
import { hasCohorts, heatTable } from './model'

export interface RetentionCardProps {
  answer: RetentionAnswer | null
  isReading: boolean
  choice: RetentionChoice
  explain: Explain
  onDefine: () => void
  onOpen: (period: string) => void
  onRetry: () => void
}

/** The heat table of 留存分析, its shape while it is read, or why there is none. */
export function RetentionCard(props: RetentionCardProps) {
  const { answer, isReading, choice, explain, onDefine, onOpen, onRetry } = props
  const { retention, reports, states } = useText()
  const locale = useLocale()
  const { cohort, granularity } = choice
  const isKnown = answer !== null && hasCohorts(answer.data)
  const table = useMemo(
    () => (answer === null ? null : heatTable(answer.data, granularity, locale)),
    [answer, granularity, locale],
  )
  const isComing = answer === null ? isReading : answer.freshness.state === 'pending'
  const name = retention.rate[cohort]
  return (
    <>
      <Card
        title={name}
        info={{ label: reports.definitionOf(name), onPress: onDefine }}
        trailing={isKnown && table ? <HeatScale most={table.most} /> : null}
      >
        {isKnown && table ? (
          <HeatTable table={table} cohort={cohort} granularity={granularity} explain={explain} onOpen={onOpen} />
        ) : isComing ? (
          <HeatSkeleton label={states.reading} />
        ) : (
          <Nothing
            freshness={answer?.freshness ?? null}
            days={answer?.data.rows}
            isReading={isReading}
            title={retention.nothing}
            onRetry={onRetry}
          />
        )}
      </Card>
      {isKnown ? <Note text={retention.hint} /> : null}
    </>
  )
}
