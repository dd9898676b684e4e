import { memo } from 'react'
import { type MetricId, metricIds } from '@/contract/metrics'
import type { OverviewAnswer } from '@/contract/reports'
import { MetricCard, MetricGrid } from '@/ui'
import { useLocale, useText } from '../language/text'
import type { Explain } from '../shell/explain'
import { useWhyMissing } from '../source/use-why'
import { blankCards, cardsOf, shownDay } from './model'

export interface MetricCardsProps {
  answer: OverviewAnswer | null
  isReading: boolean
  /** The metric in the chart beside them (wide). */
  selected: MetricId | null
  onDefine: (id: MetricId) => void
  onTrend: (id: MetricId) => void
  explain: Explain
}

/** The ten numbers of a day, each with its three changes. */
export const MetricCards = memo(function MetricCards(props: MetricCardsProps) {
  const { answer, isReading, selected, onDefine, onTrend, explain } = props
  const { reports, states } = useText()
  const locale = useLocale()
  const whyOf = useWhyMissing()
  const day = answer === null ? null : shownDay(answer)
  const cards = day === null ? blankCards(metricIds, locale) : cardsOf(day.metrics, locale)
  const isBlank = answer === null ? isReading : answer.freshness.state === 'pending'
  const why = answer === null ? states.why.pending : whyOf(answer.freshness.state)
  return (
    <MetricGrid label={reports.overview} busy={isBlank}>
      {cards.map(card => (
        <MetricCard
          key={card.id}
          label={card.label}
          value={card.value}
          loading={isBlank}
          selected={card.id === selected}
          labels={{
            definition: reports.definitionOf(card.label),
            trend: reports.trendOf(card.label),
            missing: `${card.label} ${reports.missingLabel}`,
          }}
          changes={card.changes.map(({ name, direction, text, label }) => ({
            name,
            change: {
              direction,
              text,
              label: `${card.label}${label}`,
              onWhy:
                direction === 'none'
                  ? () => explain(card.label, card.value === null ? why : states.why.base)
                  : undefined,
            },
          }))}
          onLabel={() => onDefine(card.id)}
          onPress={() => onTrend(card.id)}
          onMissing={() => explain(card.label, why)}
        />
      ))}
    </MetricGrid>
  )
})
