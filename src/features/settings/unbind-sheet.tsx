import { useState } from 'react'
import { ApiError, call } from '@/api'
import { forgetAppHere } from '@/api/forget-apps'
import type { App } from '@/contract/apps'
import { Box } from '@/platform/elements'
import { reLaunch } from '@/platform/navigation'
import { Button, ErrorBanner, Paragraph, Sheet, Switch } from '@/ui'
import { forgetApp } from '../choices/store'
import { useText } from '../language/text'

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
      await call('unbindApp', { params: { appid }, query: keepArchive ? { keepArchive: 'true' } : {} })
      forgetApp(appid)
      forgetAppHere(appid)
      reLaunch('/pages/apps/index?choose=1')
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
