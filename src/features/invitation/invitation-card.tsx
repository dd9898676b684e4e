import type { InvitationView } from '@/contract/invitations'
import { Box } from '@/platform/elements'
import { Avatar, Card, Empty, Icon, KeyValues, ListRow, Note, SkeletonRows } from '@/ui'
import { useNow } from '../clock/now'
import { useLocale, useText } from '../language/text'
import { openList } from '../shell/routes'
import { cardFacts, sectionsOf } from './model'
import type { Card as TakenCard } from './use-card'

/** Who invites to what, before one agrees; else why the card is not good. */
export function InvitationCard({ card }: { card: TakenCard }) {
  const { invitation, states } = useText()
  const { step, card: view, refusal, isOwn, read } = card
  const list = { text: invitation.toList, primary: true, onPress: openList }
  if (refusal !== null) {
    const again = { text: states.retry, primary: true, onPress: read }
    return <Told title={refusal.title} text={refusal.text} action={refusal.retries ? again : list} />
  }
  if (view === null) {
    return (
      <Card flush>
        <SkeletonRows count={5} label={states.reading} />
      </Card>
    )
  }
  if (step === 'pending') {
    const text = invitation.pendingText(view.inviter.nickname, view.appName)
    return <Told title={invitation.pendingTitle} text={text} action={list} />
  }
  if (isOwn) return <Told title={invitation.ownTitle} text={invitation.ownText} action={list} />
  return <Asking view={view} />
}

function Told(told: { title: string; text: string; action: { text: string; primary: boolean; onPress: () => void } }) {
  return (
    <Card>
      <Empty art="lock" {...told} />
    </Card>
  )
}

function Asking({ view }: { view: InvitationView }) {
  const { invitation } = useText()
  const locale = useLocale()
  const now = useNow()
  const { appName, avatarUrl, inviter, requireApproval } = view
  const note = requireApproval ? invitation.noteApproval(inviter.nickname) : invitation.note(inviter.nickname)
  return (
    <>
      <Card label={appName}>
        <Box className="da-inv">
          <Avatar name={appName} url={avatarUrl} size="l" />
          <Box tag="h2" className="da-inv-t">
            {appName}
          </Box>
          <Box className="da-inv-by">
            <Box tag="span" className="da-strong">
              {inviter.nickname}
            </Box>{' '}
            {invitation.invites}
          </Box>
        </Box>
        <Box className="da-inv-rows">
          {sectionsOf(view, locale).map(({ id, icon, title, text }) => (
            <ListRow
              key={id}
              icon={icon}
              title={title}
              subtitle={text}
              trailing={<Icon name="check" className="da-cell-tick" />}
            />
          ))}
        </Box>
        <Box className="da-inv-facts">
          <KeyValues rows={cardFacts(view, now, locale)} />
        </Box>
      </Card>
      <Note text={note + invitation.noteLooks} />
    </>
  )
}
