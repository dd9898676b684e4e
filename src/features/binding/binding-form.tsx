import '../session/session.css'
import { useState } from 'react'
import type { AppKind } from '@/contract/apps'
import { copyText } from '@/platform/clipboard'
import { Box } from '@/platform/elements'
import { Button, Card, ErrorBanner, Paragraph, Segmented, TextField, TextLink } from '@/ui'
import { useText } from '../language/text'
import { useBinding } from './use-binding'

const kinds: readonly AppKind[] = ['miniprogram', 'minigame', 'official']

/** Binds an app by AppID and AppSecret; every refusal of WeChat in words beside its field. */
export function BindingFormCard() {
  const { binding, access } = useText()
  const { form, faults, busy, change, submit } = useBinding()
  const [isShown, setShown] = useState(false)
  return (
    <>
      {faults.form === null ? null : <Refusal words={faults.form} ip={faults.ip} />}
      <Card busy={busy}>
        <Paragraph text={binding.intro} />
        <TextField
          id="binding-appid"
          label={binding.appid}
          placeholder={binding.appidHint}
          value={form.appid}
          error={faults.fields.appid}
          maxLength={64}
          onChange={value => change('appid', value)}
        />
        <TextField
          id="binding-secret"
          label={binding.secret}
          placeholder={binding.secretHint}
          type={isShown ? 'text' : 'password'}
          autoComplete="off"
          value={form.secret}
          error={faults.fields.secret}
          maxLength={128}
          onChange={value => change('secret', value)}
        />
        <TextLink text={isShown ? binding.hide : binding.show} onPress={() => setShown(!isShown)} />
        <TextField
          id="binding-name"
          label={binding.name}
          placeholder={binding.nameHint}
          value={form.name}
          error={faults.fields.name}
          maxLength={64}
          onChange={value => change('name', value)}
          onSubmit={() => void submit()}
        />
        <Box className="da-fd">
          <Box tag="span" className="da-fd-l">
            {binding.kind}
          </Box>
          <Segmented
            full
            label={binding.kind}
            options={kinds.map(kind => ({ id: kind, text: access.kind[kind] }))}
            value={form.kind}
            onChange={value => change('kind', value)}
          />
          {faults.fields.kind ? (
            <Box tag="span" className="da-fd-bad" role="alert">
              {faults.fields.kind}
            </Box>
          ) : null}
        </Box>
        <Box className="da-form-actions">
          <Button
            grow
            kind="primary"
            busy={busy}
            text={busy ? binding.submitting : binding.submit}
            onPress={() => void submit()}
          />
        </Box>
      </Card>
    </>
  )
}

/** A refusal that belongs to no field; the address to whitelist can be copied. */
function Refusal({ words, ip }: { words: string; ip: string | null }) {
  const { binding } = useText()
  const [isCopied, setCopied] = useState(false)
  if (ip === null) return <ErrorBanner title={words} />
  return (
    <ErrorBanner
      title={ip}
      text={words}
      retry={{ text: isCopied ? binding.copied : binding.copy, onPress: () => void copyText(ip).then(setCopied) }}
    />
  )
}
