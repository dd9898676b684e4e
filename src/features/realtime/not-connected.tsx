import type { App } from '@/contract/apps'
import { Card, Empty } from '@/ui'
import { useText } from '../language/text'
import { openCollector } from '../shell/routes'

/** An app whose SDK never told anything: how to begin, and for whom. */
export function NotConnected({ app }: { app: App | null }) {
  const { realtime } = useText()
  const isAdmin = app?.role === 'admin'
  return (
    <Card>
      <Empty
        title={realtime.nothingTitle}
        text={isAdmin ? realtime.nothingText : realtime.nothingViewer}
        {...(isAdmin ? { action: { text: realtime.connect, onPress: () => openCollector(app.appid) } } : {})}
      />
    </Card>
  )
}
