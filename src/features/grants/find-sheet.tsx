import { useState } from 'react'
import { ApiError, call } from '@/api'
import type { FoundUser } from '@/contract/access'
import { dayOf } from '@/contract/periods'
import { spokenDay } from '@/lib/dates'
import { Box } from '@/platform/elements'
import { Button, Card, Empty, ListRow, Note, Sheet, TextField } from '@/ui'
import { useLocale, useText } from '../language/text'
import { MakeAdmin } from './make-admin'
import { TermsFields } from './terms-fields'
import { type Terms, usualTerms } from './terms-model'

export interface FindSheetProps {
  open: boolean
  onGrant: (person: { userId: string; nickname: string }, terms: Terms) => Promise<boolean>
  onMakeAdmin: (person: { userId: string; nickname: string }) => Promise<boolean>
  onClose: () => void
}

/** 按微信号授权: nobody has checked what a person typed, so the pins are compared first. */
export function FindSheet({ open, onClose, ...acts }: FindSheetProps) {
  const { grants, states } = useText()
  return (
    <Sheet id="find-sheet" open={open} title={grants.find} closeLabel={states.close} onClose={onClose}>
      <FindForm {...acts} onClose={onClose} />
    </Sheet>
  )
}

function FindForm(acts: Omit<FindSheetProps, 'open'>) {
  const { grants } = useText()
  const [handle, setHandle] = useState('')
  const [found, setFound] = useState<FoundUser | 'nobody' | null>(null)
  const [fault, setFault] = useState<string | undefined>()
  const [isBusy, setBusy] = useState(false)
  const find = async () => {
    const wanted = handle.trim()
    if (wanted === '' || isBusy) return
    setBusy(true)
    setFault(undefined)
    try {
      const { users } = await call('findUsers', { query: { handle: wanted } })
      setFound(users[0] ?? 'nobody')
    } catch (error) {
      setFound(null)
      setFault(error instanceof ApiError && error.code === 'rate_limited' ? error.message : grants.failed)
    } finally {
      setBusy(false)
    }
  }
  return (
    <>
      <TextField
        id="find-handle"
        label={grants.findField}
        placeholder={grants.findHint}
        value={handle}
        maxLength={64}
        error={fault}
        onChange={typed => {
          setHandle(typed)
          setFound(null)
        }}
        onSubmit={() => void find()}
      />
      {found === null ? (
        <Button
          block
          kind="primary"
          text={grants.findButton}
          disabled={handle.trim() === ''}
          busy={isBusy}
          onPress={() => void find()}
        />
      ) : null}
      {found === 'nobody' ? <Empty title={grants.notFoundTitle} text={grants.notFoundText} /> : null}
      {found === null || found === 'nobody' ? null : <FoundForm found={found} {...acts} />}
    </>
  )
}

function FoundForm({ found, onGrant, onMakeAdmin, onClose }: Omit<FindSheetProps, 'open'> & { found: FoundUser }) {
  const { grants } = useText()
  const locale = useLocale()
  const [terms, setTerms] = useState<Terms>(usualTerms)
  const [isBusy, setBusy] = useState(false)
  const isNothing = terms.scopes.length === 0
  const { id, nickname, avatarUrl, handle, since, pin } = found
  const grant = async () => {
    setBusy(true)
    const isDone = await onGrant({ userId: id, nickname }, terms)
    if (isDone) onClose()
    else setBusy(false)
  }
  return (
    <>
      <Card flush>
        <ListRow
          wrap
          title={nickname}
          avatar={{ name: nickname, colorKey: id, url: avatarUrl }}
          subtitle={grants.claims(handle, spokenDay(dayOf(Date.parse(since)), locale))}
        />
      </Card>
      <Box tag="span" className="da-terms-l">
        {grants.pinTitle}
      </Box>
      <Box tag="span" className="da-pin">
        {pin}
      </Box>
      <Note text={grants.pinText} />
      <TermsFields terms={terms} onChange={setTerms} />
      <Button
        block
        kind="primary"
        text={isNothing ? grants.nothingChosen : grants.grant}
        disabled={isNothing}
        busy={isBusy}
        onPress={() => void grant()}
      />
      <MakeAdmin
        name={nickname}
        onMake={async () => {
          const isMade = await onMakeAdmin({ userId: id, nickname })
          if (isMade) onClose()
          return isMade
        }}
      />
    </>
  )
}
