import { DockItem, useWide } from '@/ui'
import { useText } from '../language/text'

export interface DockActions {
  onShare: () => void
  onRefresh: () => void
}

/** The right end of a report's dock. Where a comparison takes the room on a phone, pulling down and the badge read again. */
export function DockActionItems({ onShare, onRefresh, isTight }: DockActions & { isTight?: boolean }) {
  const { reports, share } = useText()
  const isWide = useWide()
  return (
    <>
      <DockItem icon="share" text={share.button} onPress={onShare} />
      {isTight && !isWide ? null : <DockItem icon="refresh" text={reports.refresh} onPress={onRefresh} />}
    </>
  )
}
