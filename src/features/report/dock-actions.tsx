import { DockItem, useWide } from '@/ui'
import { useText } from '../language/text'

export interface DockActions {
  onShare: () => void
  onRefresh: () => void
}

/** The right end of a report's dock. A phone's has no room to spare: there pulling down and the badge read again. */
export function DockActionItems({ onShare, onRefresh }: DockActions) {
  const { reports, share } = useText()
  const isWide = useWide()
  return (
    <>
      <DockItem icon="share" text={share.button} onPress={onShare} />
      {isWide ? <DockItem icon="refresh" text={reports.refresh} onPress={onRefresh} /> : null}
    </>
  )
}
