import { useState } from 'react'
import { Box } from '@/platform/elements'
import { Button, ErrorBanner, Note, Paragraph, Sheet } from '@/ui'
import { useLocale, useText } from '../language/text'
import { eraseMe } from '../session/leave-device'
import { eraseRefusal } from './model'

export interface EraseSheetProps {
  title: string
  open: boolean
  onClose: () => void
}

/** Says what goes and what stays before anything is erased. */
export function EraseSheet({ title, open, onClose }: EraseSheetProps) {
  const { states } = useText()
  return (
    <Sheet id="erase-sheet" open={open} title={title} closeLabel={states.close} onClose={onClose}>
      <EraseForm />
    </Sheet>
  )
}

function EraseForm() {
  const { profile } = useText()
  const locale = useLocale()
  const [refusal, setRefusal] = useState<string | null>(null)
  const [isBusy, setBusy] = useState(false)
  const erase = async () => {
    setBusy(true)
    setRefusal(null)
    try {
      await eraseMe()
    } catch (error) {
      setRefusal(eraseRefusal(error, locale))
      setBusy(false)
    }
  }
  return (
    <>
      <Paragraph text={profile.erased} />
      <Paragraph text={profile.stays} />
      <Note text={profile.noWayBack} />
      {refusal === null ? null : <ErrorBanner title={profile.notErased} text={refusal} />}
      <Box className="da-form-actions">
        <Button grow kind="danger" text={profile.eraseNow} busy={isBusy} onPress={() => void erase()} />
      </Box>
    </>
  )
}
