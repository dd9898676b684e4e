import { Box } from '@/platform/elements'
import { useSeen } from '@/platform/seen'
import { ListRow } from '@/ui'
import { useText } from '../language/text'
import { openNotices } from '../shell/routes'
import { useNewestNotices } from './queries'

/** ms for which the count is not asked for again */
const FRESH = 30_000

/** The way to 消息, with how many are unread. */
export function NoticesRow() {
  const { notices } = useText()
  const unread = useSeen(useNewestNotices(FRESH).data?.unread ?? 0)
  return (
    <ListRow
      icon="bell"
      title={notices.title}
      label={unread > 0 ? `${notices.title} ${notices.unread(unread)}` : undefined}
      trailing={
        unread > 0 ? (
          <Box aria-hidden className="da-unread da-unread-n">
            {unread > 99 ? '99+' : unread}
          </Box>
        ) : null
      }
      chevron
      onPress={openNotices}
    />
  )
}
