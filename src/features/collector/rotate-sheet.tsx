import { useState } from 'react'
import { ApiError, call } from '@/api'
import { Box } from '@/platform/elements'
import { Button, ErrorBanner, Paragraph, Sheet } from '@/ui'
import { useText } from '../language/text'

export interface RotateSheetProps {
  appid: string
  open: boolean
  onClose: () => void
  /** A new key holds. */
  onDone: () => void
}

/** Says what a new key means before it is made. */
export function RotateSheet({ appid, open, onClose, onDone }: RotateSheetProps) {
  const { collector, states } = useText()
  const [isBusy, setBusy] = useState(false)
  const [refusal, setRefusal] = useState<string | null>(null)
  const rotate = async () => {
    setBusy(true)
    setRefusal(null)
    try {
      await call('rotateWriteKey', { params: { appid } })
      onDone()
      onClose()
    } catch (error) {
      setRefusal((error instanceof ApiError && error.detail) || collector.failed)
    } finally {
      setBusy(false)
    }
  }
  return (
    <Sheet id="rotate-sheet" open={open} title={collector.rotate} closeLabel={states.close} onClose={onClose}>
      <Paragraph text={collector.rotateText} />
      {refusal === null ? null : <ErrorBanner title={refusal} />}
      <Box className="da-form-actions">
        <Button grow kind="primary" text={collector.rotateNow} busy={isBusy} onPress={() => void rotate()} />
      </Box>
    </Sheet>
  )
}
