import type { AccessRequest } from '@/contract/invitations'
import { momentText } from '@/lib/dates'
import { Box } from '@/platform/elements'
import { Button, Card, ListHeading, ListRow } from '@/ui'
import { scopeWords } from '../apps/model'
import { useNow } from '../clock/now'
import { useLocale, useText } from '../language/text'
import type { Deeds } from './use-deeds'

/** Who took a card and waits for an admin's word. */
export function RequestsCard({ requests, deeds }: { requests: readonly AccessRequest[]; deeds: Deeds }) {
  const { grants } = useText()
  const locale = useLocale()
  const now = useNow()
  const waiting = requests.filter(({ id }) => !deeds.gone.has(id))
  if (waiting.length === 0) return null
  return (
    <>
      <ListHeading title={grants.waiting} count={String(waiting.length)} />
      <Card flush label={grants.waiting}>
        {waiting.map(request => {
          const { id, user, at, scopes } = request
          return (
            <Box className="da-asker" key={id}>
              <ListRow
                wrap
                title={user.nickname}
                avatar={{ name: user.nickname, colorKey: user.id, url: user.avatarUrl }}
                subtitle={`${grants.askedAt(momentText(at, now, locale))} · ${scopeWords({ scopes }, locale)}`}
              />
              <Box className="da-asker-acts">
                <Button
                  grow
                  text={grants.reject}
                  label={grants.rejectOf(user.nickname)}
                  onPress={() => void deeds.settle(request, 'rejectRequest')}
                />
                <Button
                  grow
                  kind="primary"
                  text={grants.approve}
                  label={grants.approveOf(user.nickname)}
                  onPress={() => void deeds.settle(request, 'approveRequest')}
                />
              </Box>
            </Box>
          )
        })}
      </Card>
    </>
  )
}
