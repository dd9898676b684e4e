import type { Freshness } from '@/contract/reports'
import { Empty, SkeletonRows } from '@/ui'
import { useLocale, useText } from '../language/text'
import { whyMissing } from '../overview/model'

export interface NothingProps {
  /** null = no answer on this device yet. */
  freshness: Freshness | null
  isReading: boolean
  title: string
  /** Why there is nothing, where the freshness does not say it. */
  text?: string
  rows?: number
  onRetry: () => void
}

/** What stands in a card without numbers: blocks while they are on their way, else why there are none. */
export function Nothing({ freshness, isReading, title, text, rows = 6, onRetry }: NothingProps) {
  const { states } = useText()
  const locale = useLocale()
  if (freshness === null) {
    if (isReading) return <SkeletonRows count={rows} label={states.reading} />
    return <Empty title={title} text={states.offlineEmpty} action={{ text: states.retry, onPress: onRetry }} />
  }
  if (freshness.state === 'pending') return <SkeletonRows count={rows} label={states.pending} />
  const why = freshness.state === 'final' || freshness.state === 'provisional' ? text : undefined
  return <Empty title={title} text={why ?? whyMissing(freshness.state, locale)} />
}
