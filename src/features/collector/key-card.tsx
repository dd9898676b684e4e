import { useState } from 'react'
import type { Collector } from '@/contract/collector'
import { momentText } from '@/lib/dates'
import { Box } from '@/platform/elements'
import { Button, Card, Note } from '@/ui'
import { useNow } from '../clock/now'
import { useLocale, useText } from '../language/text'
import { CopyButton } from './copy-button'
import { RotateSheet } from './rotate-sheet'

/** The write key, and making a new one. */
export function KeyCard({
  appid,
  collector,
  onRotated,
}: {
  appid: string
  collector: Collector
  onRotated: () => void
}) {
  const { collector: words } = useText()
  const locale = useLocale()
  const now = useNow()
  const [isRotating, setRotating] = useState(false)
  const { key, previousUntil } = collector
  return (
    <>
      <Card title={words.key}>
        <Note text={words.keyText} />
        <Box className="da-code">{key}</Box>
        {previousUntil === null ? null : <Note text={words.previous(momentText(previousUntil, now, locale))} />}
        <Box className="da-form-actions">
          <Button grow text={words.rotate} onPress={() => setRotating(true)} />
          <CopyButton text={words.copyKey} what={key} />
        </Box>
      </Card>
      <RotateSheet appid={appid} open={isRotating} onClose={() => setRotating(false)} onDone={onRotated} />
    </>
  )
}
