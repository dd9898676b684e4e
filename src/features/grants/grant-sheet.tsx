import { useState } from 'react'
import type { Grant } from '@/contract/access'
import { Box } from '@/platform/elements'
import { Button, KeyValues, Sheet } from '@/ui'
import { useNow } from '../clock/now'
import { useLocale, useText } from '../language/text'
import { MakeAdmin } from './make-admin'
import { grantFacts } from './model'
import { TermsFields } from './terms-fields'
import type { Terms } from './terms-model'

export interface GrantSheetProps {
  grant: Grant | null
  onChange: (grant: Grant, terms: Terms) => Promise<boolean>
  onRevoke: (grant: Grant) => void
  onMakeAdmin: (person: { userId: string; nickname: string }) => Promise<boolean>
  onClose: () => void
}

/** One viewer: who that is, what is open, and the way out for those who cannot swipe. */
export function GrantSheet({ grant, onClose, ...rest }: GrantSheetProps) {
  const { grants, states } = useText()
  return (
    <Sheet
      id="grant-sheet"
      open={grant !== null}
      title={grant === null ? '' : grants.detailsOf(grant.nickname)}
      closeLabel={states.close}
      onClose={onClose}
    >
      {grant === null ? null : <GrantForm grant={grant} onClose={onClose} {...rest} />}
    </Sheet>
  )
}

function GrantForm({ grant, onChange, onRevoke, onMakeAdmin, onClose }: GrantSheetProps & { grant: Grant }) {
  const { grants } = useText()
  const locale = useLocale()
  const now = useNow()
  const [terms, setTerms] = useState<Terms>({ scopes: grant.scopes, expiresAt: grant.expiresAt })
  const [isBusy, setBusy] = useState(false)
  const isNothing = terms.scopes.length === 0
  const save = async () => {
    setBusy(true)
    const isSaved = await onChange(grant, terms)
    if (isSaved) onClose()
    else setBusy(false)
  }
  return (
    <>
      <KeyValues rows={grantFacts(grant, now, locale)} />
      <TermsFields terms={terms} onChange={setTerms} />
      <Box className="da-form-actions">
        <Button
          grow
          kind="danger"
          text={grants.revoke}
          onPress={() => {
            onClose()
            onRevoke(grant)
          }}
        />
        <Button
          grow
          kind="primary"
          text={isNothing ? grants.nothingChosen : grants.save}
          disabled={isNothing}
          busy={isBusy}
          onPress={() => void save()}
        />
      </Box>
      <MakeAdmin
        name={grant.nickname}
        onMake={async () => {
          const isMade = await onMakeAdmin(grant)
          if (isMade) onClose()
          return isMade
        }}
      />
    </>
  )
}
