import { Box } from '@/platform/elements'
import { ShareTap, sharesInChat } from '@/platform/share'
import { Button, Card, Icon, Note, Switch } from '@/ui'
import { useText } from '../language/text'
import { TermsFields } from './terms-fields'
import type { InvitationDraft } from './use-invitation'

/** Chooses what a card opens, and sends it: into a chat on the phone, as a link in a browser. */
export function InviteCard({ draft }: { draft: InvitationDraft }) {
  const { grants } = useText()
  const { terms, setTerms, requireApproval, setApproval, isBusy, makeLink } = draft
  const isNothing = terms.scopes.length === 0
  return (
    <Card title={grants.cardTitle} trailing={<Note text={grants.cardNote} />}>
      <TermsFields terms={terms} onChange={setTerms} />
      <Box className="da-line">
        <Box tag="span" className="da-line-tx">
          {grants.approval}
        </Box>
        <Switch on={requireApproval} label={grants.approval} onChange={setApproval} />
      </Box>
      {sharesInChat && !isNothing ? (
        <ShareTap className="da-btn da-btn-primary da-btn-block">
          <Icon name="send" />
          {grants.send}
        </ShareTap>
      ) : (
        <Button
          block
          kind="primary"
          icon="send"
          text={isNothing ? grants.nothingChosen : grants.makeLink}
          disabled={isNothing}
          busy={isBusy}
          onPress={makeLink}
        />
      )}
    </Card>
  )
}
