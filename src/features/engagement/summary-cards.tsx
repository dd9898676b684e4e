import { memo } from 'react'
import type { MetricId } from '@/contract/metrics'
import type { TrendPoint } from '@/contract/reports'
import { Box, Tap } from '@/platform/elements'
import { Missing, Skeleton, valueContent } from '@/ui'
import { useLocale, useText } from '../language/text'
import type { Explain } from '../shell/explain'
import { useWhyMissing } from '../source/use-why'
import { usualState } from '../trend/model'
import { summariesOf } from './model'

export interface SummaryCardsProps {
  points: TrendPoint[]
  isReading: boolean
  /** Nothing more comes by itself. */
  isFailed: boolean
  onDefine: (id: MetricId) => void
  explain: Explain
}

/** 人均停留时长, 次均停留时长 and 平均访问深度 of the range. */
export const SummaryCards = memo(function SummaryCards(props: SummaryCardsProps) {
  const { points, isReading, isFailed, onDefine, explain } = props
  const { reports } = useText()
  const locale = useLocale()
  const whyOf = useWhyMissing()
  const isComing = points.length === 0 ? isReading : !isFailed && usualState(points) === 'pending'
  const summaries = summariesOf(points, locale)
  const isBlank = isComing && summaries.every(({ parts }) => parts === null)
  return (
    <Box className="da-sums" aria-busy={isBlank}>
      {summaries.map(({ id, label, parts, how }) => (
        <Box className="da-sum" key={id} role="group" aria-label={label}>
          <Tap className="da-sum-l da-reach" aria-label={reports.definitionOf(label)} onPress={() => onDefine(id)}>
            {label}
          </Tap>
          {isBlank ? (
            <Skeleton width={72} height={20} space={4} />
          ) : (
            <Box tag="span" className="da-sum-v">
              {parts === null ? (
                <Missing
                  label={`${label} ${reports.missingLabel}`}
                  onPress={() => explain(label, whyOf(usualState(points)))}
                />
              ) : (
                valueContent(parts)
              )}
            </Box>
          )}
          {how === null ? null : (
            <Box tag="span" className="da-note">
              {how}
            </Box>
          )}
        </Box>
      ))}
    </Box>
  )
})
