import { Box, Tap } from '@/platform/elements'
import { classNames } from './class-names'
import { Icon, type IconName } from './icon'

export type FreshnessLook =
  | 'final'
  | 'provisional'
  | 'not_ready'
  | 'stale'
  | 'failed'
  | 'pending'
  | 'missing'
  | 'unsupported'
  | 'realtime'
  | 'locked'

const looks: Record<FreshnessLook, { icon: IconName | null; warn: boolean }> = {
  final: { icon: 'check', warn: false },
  provisional: { icon: 'clock', warn: false },
  not_ready: { icon: 'clock', warn: true },
  stale: { icon: 'warning', warn: true },
  failed: { icon: 'refresh', warn: true },
  pending: { icon: 'refresh', warn: false },
  missing: { icon: 'info', warn: false },
  unsupported: { icon: 'info', warn: false },
  realtime: { icon: null, warn: false },
  locked: { icon: 'lock', warn: false },
}

export interface FreshnessBadgeProps {
  /** Shape and tone. The words come with it, since they name a time. */
  state: FreshnessLook
  text: string
  /** The whole sentence for a screen reader. */
  label?: string
  /** Why, or try again; absent = silent. */
  onPress?: (() => void) | undefined
}

/** How fresh the numbers of the screen are; a tap tells why. */
export function FreshnessBadge({ state, text, label, onPress }: FreshnessBadgeProps) {
  const { icon, warn } = looks[state]
  const className = classNames('da-fresh', warn && 'da-fresh-warn', onPress && 'da-reach')
  const inside = (
    <>
      {icon ? <Icon name={icon} size={14} /> : <Box tag="span" className="da-fresh-dot" />}
      {text}
    </>
  )
  return onPress ? (
    <Tap className={className} aria-label={label} onPress={onPress}>
      {inside}
    </Tap>
  ) : (
    <Box tag="span" className={className} role="status" aria-label={label}>
      {inside}
    </Box>
  )
}
