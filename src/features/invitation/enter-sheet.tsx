import { useState } from 'react'
import { Box } from '@/platform/elements'
import { canScan, scanCode } from '@/platform/scan'
import { Button, Paragraph, Sheet, TextField } from '@/ui'
import { useText } from '../language/text'
import { openInvitation } from '../shell/routes'
import { codeIn } from './model'

/** For an invitation that came outside the chat: its code or link typed, pasted or scanned. */
export function EnterSheet({ open, onClose }: { open: boolean; onClose: () => void }) {
  const { invitation, states } = useText()
  return (
    <Sheet id="enter-sheet" open={open} title={invitation.enter} closeLabel={states.close} onClose={onClose}>
      {open ? <EnterForm /> : null}
    </Sheet>
  )
}

function EnterForm() {
  const { invitation } = useText()
  const [typed, setTyped] = useState('')
  const [fault, setFault] = useState<string | undefined>()
  const take = (text: string, wrong: string) => {
    const code = codeIn(text)
    if (code === null) return setFault(wrong)
    openInvitation(code)
  }
  const scan = async () => {
    const scanned = await scanCode()
    if (scanned !== null) take(scanned, invitation.scanWrong)
  }
  const submit = () => take(typed, invitation.enterWrong)
  return (
    <>
      <Paragraph text={invitation.enterText} />
      <TextField
        id="enter-code"
        label={invitation.enterField}
        placeholder={invitation.enterHint}
        value={typed}
        maxLength={512}
        autoComplete="off"
        error={fault}
        onChange={text => {
          setTyped(text)
          setFault(undefined)
        }}
        onSubmit={submit}
      />
      <Box className="da-form-actions">
        {canScan ? <Button grow text={invitation.scan} onPress={() => void scan()} /> : null}
        <Button grow kind="primary" text={invitation.enterOpen} disabled={typed.trim() === ''} onPress={submit} />
      </Box>
    </>
  )
}
