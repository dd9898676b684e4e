import { Box } from '@/platform/elements'
import { ErrorBanner, FreshnessBadge, StaleBanner } from '@/ui'
import { useNow } from '../clock/now'
import { useLocale, useText } from '../language/text'
import type { Explain } from '../shell/explain'
import { badgeOf, bannerOf, type Standing } from './model'

interface FreshnessProps {
  standing: Standing
  onRetry: () => void
}

/** The mark beside the title: how fresh, and on a tap why. */
export function Freshness({ standing, onRetry, explain }: FreshnessProps & { explain: Explain }) {
  const { reports } = useText()
  const locale = useLocale()
  const badge = badgeOf(standing, useNow(), locale)
  const again = badge.state === 'locked' ? undefined : { text: reports.refresh, onPress: onRetry }
  const onPress = badge.retries ? onRetry : () => explain(badge.text, badge.why, again)
  return <FreshnessBadge state={badge.state} text={badge.text} label={`${badge.text} ${badge.why}`} onPress={onPress} />
}

/** The banner above the cards when something is wrong; never two. */
export function StandingBanner({ standing, onRetry }: FreshnessProps) {
  const { states } = useText()
  const banner = bannerOf(standing, useNow(), useLocale())
  if (banner === null) return null
  const retry = { text: states.retry, onPress: onRetry }
  if (banner.kind === 'stale') return <StaleBanner title={banner.title} text={banner.text} action={retry} />
  const requestId = banner.requestId === null ? undefined : states.requestId(banner.requestId)
  return <ErrorBanner title={banner.title} text={banner.text} requestId={requestId} retry={retry} />
}

/** The same below what a card reads for itself, which may be older or newer than the rest of the page; silent until it has been read. */
export function CardFreshness(props: FreshnessProps & { explain: Explain }) {
  return props.standing.freshness === null ? null : (
    <Box className="da-card-fresh">
      <Freshness {...props} />
    </Box>
  )
}
