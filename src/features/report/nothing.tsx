import type { ReportState } from '@/contract/report-states'
import type { Freshness } from '@/contract/reports'
import { Empty, SkeletonRows } from '@/ui'
import { useText } from '../language/text'
import { useWhyMissing } from '../source/use-why'
import { usualState } from '../trend/model'

export interface NothingProps {
  /** null = no answer on this device yet. */
  freshness: Freshness | null
  isReading: boolean
  /** What it means that WeChat has computed the range and gave nothing. */
  title: string
  /** Why there is nothing, where the freshness does not say it. */
  text?: string
  rows?: number
  /** How each day stands: one that WeChat has not computed yet does not speak for the others. */
  days?: readonly { state: ReportState }[] | undefined
  onRetry: () => void
}

/** What stands in a card without numbers: blocks while they are on their way, else why there are none. */
export function Nothing({ freshness, isReading, title, text, rows = 6, days = [], onRetry }: NothingProps) {
  const { reports, states } = useText()
  const whyOf = useWhyMissing()
  const again = { text: states.retry, onPress: onRetry }
  if (freshness === null) {
    if (isReading) return <SkeletonRows count={rows} label={states.reading} />
    return <Empty title={reports.noPoints} text={states.offlineEmpty} action={again} />
  }
  const state = freshness.state === 'not_ready' && days.length > 0 ? usualState(days) : freshness.state
  const why = whyOf(state)
  if (state === 'pending') return <SkeletonRows count={rows} label={states.pending} />
  if (state === 'failed') return <Empty title={states.failedTitle} text={why} action={again} />
  if (state === 'not_ready') return <Empty title={states.notReadyTitle} text={states.notReadyText} />
  if (state === 'unsupported') return <Empty title={states.unsupportedTitle} text={why} />
  if (state === 'missing') return <Empty title={reports.noPoints} text={why} />
  return <Empty title={title} text={text ?? why} />
}
