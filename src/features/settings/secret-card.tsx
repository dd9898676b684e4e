import { useState } from 'react'
import { call } from '@/api'
import { Box } from '@/platform/elements'
import { Button, Card, Note, TextField } from '@/ui'
import { faultsOf } from '../binding/model'
import { useLocale, useText } from '../language/text'
import type { AppFormProps } from './app-form'

const FORMAT = /^[\x21-\x7e]{1,128}$/

/** Takes a new AppSecret, which WeChat proves before it replaces the old one. What is kept is never shown again. */
export function SecretCard({ app, onSaved, tell }: AppFormProps) {
  const { binding, settings } = useText()
  const locale = useLocale()
  const [secret, setSecret] = useState('')
  const [fault, setFault] = useState<string | undefined>()
  const [isBusy, setBusy] = useState(false)
  const wanted = secret.trim()
  const save = async () => {
    if (isBusy || wanted === '') return
    if (!FORMAT.test(wanted)) return setFault(binding.format)
    setBusy(true)
    setFault(undefined)
    try {
      await call('updateApp', { params: { appid: app.appid }, body: { secret: wanted } })
      setSecret('')
      tell({ text: settings.secretSaved })
      await onSaved()
    } catch (error) {
      const { fields, form, ip } = faultsOf(error, locale)
      const words = [ip, form, fields.secret, fields.appid, fields.kind].filter(Boolean).join(' ')
      setFault(words || binding.failed)
    } finally {
      setBusy(false)
    }
  }
  return (
    <Card title={settings.secret} busy={isBusy}>
      <Note text={settings.secretNote} />
      <TextField
        id="settings-secret"
        label={binding.secret}
        placeholder={binding.secretHint}
        type="password"
        value={secret}
        error={fault}
        maxLength={128}
        autoComplete="off"
        onChange={text => {
          setSecret(text)
          setFault(undefined)
        }}
        onSubmit={() => void save()}
      />
      <Box className="da-form-actions">
        <Button
          grow
          kind="primary"
          text={isBusy ? binding.submitting : settings.secretSave}
          disabled={wanted === ''}
          busy={isBusy}
          onPress={() => void save()}
        />
      </Box>
    </Card>
  )
}
