import { FreshnessBadge } from '@/ui'
import { Freshness } from '../freshness/freshness'
import { useLocale, useText } from '../language/text'
import { liveMark } from './model'
import type { RealtimePage } from './use-realtime-page'

/** When the numbers were read and how far behind they are; as on any report where they could not be. */
export function LiveBadge({ page }: { page: RealtimePage }) {
  const { realtime } = useText()
  const locale = useLocale()
  const { answer, view, report } = page
  const { standing, explain, onRetry } = report
  if (answer === null || view.error !== null || view.isKept) {
    return <Freshness standing={standing} explain={explain} onRetry={onRetry} />
  }
  const text = liveMark(view.readAt, answer.data.lagSeconds, locale)
  return <FreshnessBadge state="realtime" text={text} onPress={() => explain(text, realtime.lagText)} />
}
