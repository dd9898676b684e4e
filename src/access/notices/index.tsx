import { useText } from '@/features/language/text'
import { MessagesCard } from '@/features/notices/messages-card'
import { NoticeList } from '@/features/notices/notice-list'
import { useNotices } from '@/features/notices/use-notices'
import { useSignedIn } from '@/features/session/signed-in'
import { usePull } from '@/features/shell/pull'
import { goBack } from '@/platform/navigation'
import { NavBar, Screen, useToast } from '@/ui'

/** 消息: what was done to one's rights and who asks, and which of it WeChat may bring. */
export default function NoticesPage() {
  const { apps, notices } = useText()
  const isSignedIn = useSignedIn()
  const list = useNotices()
  const { toast, show } = useToast()
  usePull(list.first.refetch)
  const leading = { icon: 'back', label: apps.back, onPress: () => goBack('/pages/apps/index?choose=1') } as const
  return (
    <Screen narrow nav={<NavBar leading={leading} title={notices.title} />} over={toast}>
      {isSignedIn ? (
        <>
          <MessagesCard tell={show} />
          <NoticeList list={list} />
        </>
      ) : null}
    </Screen>
  )
}
