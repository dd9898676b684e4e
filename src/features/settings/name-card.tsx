import { useState } from 'react'
import { ApiError, call } from '@/api'
import { Box } from '@/platform/elements'
import { Button, Card, TextField } from '@/ui'
import { useText } from '../language/text'
import type { AppFormProps } from './app-form'
import { FaceRow } from './face-row'

/** The picture and the name under which everybody sees the app. */
export function NameCard({ app, onSaved, tell }: AppFormProps) {
  const { settings, states } = useText()
  // what is not being written follows the app; made anew it would lose a picture that is being chosen
  const [draft, setDraft] = useState<string | null>(null)
  const [fault, setFault] = useState<string | undefined>()
  const [isBusy, setBusy] = useState(false)
  const name = draft ?? app.name
  const wanted = name.trim()
  const isSame = wanted === app.name
  const save = async () => {
    if (isBusy || isSame) return
    if (wanted === '') return setFault(settings.nameEmpty)
    setBusy(true)
    setFault(undefined)
    try {
      await call('updateApp', { params: { appid: app.appid }, body: { name: wanted } })
      tell({ text: settings.nameSaved })
      await onSaved()
      setDraft(written => (written?.trim() === wanted ? null : written))
    } catch (error) {
      setFault(error instanceof ApiError ? (error.issues[0]?.message ?? error.detail) : states.offlineTitle)
    } finally {
      setBusy(false)
    }
  }
  return (
    <Card title={settings.name} busy={isBusy}>
      <FaceRow app={app} onSaved={onSaved} tell={tell} />
      <TextField
        id="settings-name"
        label={settings.nameField}
        value={name}
        error={fault}
        maxLength={64}
        autoComplete="off"
        onChange={text => {
          setDraft(text)
          setFault(undefined)
        }}
        onSubmit={() => void save()}
      />
      <Box className="da-form-actions">
        <Button grow kind="primary" text={settings.save} disabled={isSame} busy={isBusy} onPress={() => void save()} />
      </Box>
    </Card>
  )
}
