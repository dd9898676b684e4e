import { useState } from 'react'
import { ApiError, call } from '@/api'
import type { App } from '@/contract/apps'
import { Box } from '@/platform/elements'
import { Button, ErrorBanner, Paragraph, Sheet, Switch } from '@/ui'
import { useText } from '../language/text'
import { giveUp } from '../shell/leave'

export interface UnbindSheetProps {
  app: App | null
  open: boolean
  onClose: () => void
}

/** Asks once more before an app is unbound: what goes for good, and whether the numbers stay. */
export function UnbindSheet({ app, open, onClose }: UnbindSheetProps) {
  const { settings, states } = useText()
  return (
    <Sheet id="unbind-sheet" open={open} title={settings.unbind} closeLabel={states.close} onClose={onClose}>
      {open && app !== null ? <UnbindForm app={app} onClose={onClose} /> : null}
    </Sheet>
  )
}

function UnbindForm({ app, onClose }: { app: App; onClose: () => void }) {
  const { settings, states } = useText()
  const [keepArchive, setKeeping] = useState(true)
  const [fault, setFault] = useState<string | null>(null)
  const [isBusy, setBusy] = useState(false)
  const { appid, name } = app
  const unbind = async () => {
    setBusy(true)
    setFault(null)
    try {
      const query = keepArchive ? ({ keepArchive: 'true' } as const) : {}
      await giveUp(appid, () => call('unbindApp', { params: { appid }, query }))
    } catch (error) {
      setFault((error instanceof ApiError && error.detail) || states.offlineTitle)
      setBusy(false)
    }
  }
  return (
    <>
      {fault === null ? null : <ErrorBanner title={fault} />}
      <Paragraph text={settings.unbindText(name)} />
      <Box className="da-line">
        <Box tag="span" className="da-line-tx">
          {settings.keep}
        </Box>
        <Switch on={keepArchive} label={settings.keep} onChange={setKeeping} />
      </Box>
      <Paragraph text={keepArchive ? settings.keepText : settings.dropText} />
      <Box className="da-form-actions">
        <Button grow text={settings.later} onPress={onClose} />
        <Button grow kind="danger" text={settings.unbindSure} busy={isBusy} onPress={() => void unbind()} />
      </Box>
    </>
  )
}
