import { GrantsDock } from '@/features/grants/grants-dock'
import { GrantsLists } from '@/features/grants/grants-lists'
import { GrantsOver } from '@/features/grants/grants-over'
import { InviteCard } from '@/features/grants/invite-card'
import { useGrantsPage } from '@/features/grants/use-grants-page'
import { useText } from '@/features/language/text'
import { AdminScreen } from '@/features/shell/admin-screen'

/** 授权: a card to send, who waits, who may look. */
export default function GrantsPage() {
  const { grants } = useText()
  const page = useGrantsPage()
  return (
    <AdminScreen
      page="grants"
      place={page}
      title={grants.title}
      dock={<GrantsDock appid={page.appid} onFind={() => page.setFinding(true)} />}
      over={<GrantsOver page={page} />}
    >
      <InviteCard draft={page.draft} />
      <GrantsLists page={page} />
    </AdminScreen>
  )
}
