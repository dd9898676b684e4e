import { useState } from 'react'
import type { App } from '@/contract/apps'
import { Box } from '@/platform/elements'
import { Button, Card, ErrorBanner, ListRow, Paragraph, Sheet } from '@/ui'
import { useApp } from '../apps/queries'
import { useText } from '../language/text'
import { useLeaving } from './use-leaving'

/** A viewer's way out of an app, after a word of warning; admins have none here. */
export function LeaveCard({ appid }: { appid: string }) {
  const { leaving } = useText()
  const app = useApp(appid)
  const [isOpen, setOpen] = useState(false)
  if (app?.role !== 'viewer') return null
  return (
    <>
      <Card flush label={leaving.leave}>
        <ListRow icon="exit" title={leaving.leave} chevron onPress={() => setOpen(true)} />
      </Card>
      <LeaveSheet app={app} open={isOpen} onClose={() => setOpen(false)} />
    </>
  )
}

function LeaveSheet({ app, open, onClose }: { app: App; open: boolean; onClose: () => void }) {
  const { leaving, states } = useText()
  const { fault, isBusy, leave } = useLeaving(app)
  return (
    <Sheet id="leave-sheet" open={open} title={leaving.title(app.name)} closeLabel={states.close} onClose={onClose}>
      <Paragraph text={leaving.text} />
      {fault === null ? null : <ErrorBanner title={fault} />}
      <Box className="da-form-actions">
        <Button grow text={leaving.stay} onPress={onClose} />
        <Button grow kind="danger" text={leaving.leaveNow} busy={isBusy} onPress={leave} />
      </Box>
    </Sheet>
  )
}
