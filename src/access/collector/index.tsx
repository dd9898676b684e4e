import { CollectorCards } from '@/features/collector/collector-cards'
import { useCollectorPage } from '@/features/collector/use-collector-page'
import { useText } from '@/features/language/text'
import { useSignedIn } from '@/features/session/signed-in'
import { AppScreen } from '@/features/shell/app-screen'
import { NoRight } from '@/features/shell/no-right'
import { Head } from '@/ui'

/** 数据采集: the events as they arrive, the lines to add, the write key. */
export default function CollectorPage() {
  const { collector, states } = useText()
  const isSignedIn = useSignedIn()
  const page = useCollectorPage()
  const { appid, app } = page
  if (!isSignedIn) return null
  return (
    <AppScreen
      appid={appid}
      app={app}
      page="collector"
      isGone={page.isGone}
      head={<Head title={collector.title} source={{ text: states.own, tone: 'own' }} />}
      dock={null}
    >
      {page.isForbidden ? <NoRight app={app} section={collector.title} /> : <CollectorCards page={page} />}
    </AppScreen>
  )
}
