import { GrantsDock } from '@/features/grants/grants-dock'
import { GrantsLists } from '@/features/grants/grants-lists'
import { GrantsOver } from '@/features/grants/grants-over'
import { InviteCard } from '@/features/grants/invite-card'
import { useGrantsPage } from '@/features/grants/use-grants-page'
import { useText } from '@/features/language/text'
import { useSignedIn } from '@/features/session/signed-in'
import { AppScreen } from '@/features/shell/app-screen'
import { NoRight } from '@/features/shell/no-right'
import { Head } from '@/ui'

/** 授权: a card to send, who waits, who may look. */
export default function GrantsPage() {
  const { grants } = useText()
  const isSignedIn = useSignedIn()
  const page = useGrantsPage()
  const { appid, app } = page
  if (!isSignedIn) return null
  return (
    <AppScreen
      appid={appid}
      app={app}
      page="grants"
      isGone={page.isGone}
      head={<Head title={grants.title} />}
      dock={page.isForbidden ? null : <GrantsDock appid={appid} onFind={() => page.setFinding(true)} />}
      over={<GrantsOver page={page} />}
    >
      {page.isForbidden ? (
        <NoRight app={app} section={grants.title} />
      ) : (
        <>
          <InviteCard draft={page.draft} />
          <GrantsLists page={page} />
        </>
      )}
    </AppScreen>
  )
}
