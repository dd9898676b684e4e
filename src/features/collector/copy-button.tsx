import { useState } from 'react'
import { copyText } from '@/platform/clipboard'
import { Button } from '@/ui'
import { useText } from '../language/text'

/** Puts words on the clipboard and says whether it could. */
export function CopyButton({ text, what }: { text: string; what: string }) {
  const { collector } = useText()
  const [held, setHeld] = useState<{ what: string; isCopied: boolean } | null>(null)
  const said = held?.what !== what ? text : held.isCopied ? collector.copied : collector.copyFailed
  const copy = () => void copyText(what).then(isCopied => setHeld({ what, isCopied }))
  return <Button grow kind="primary" icon="link" text={said} onPress={copy} />
}
