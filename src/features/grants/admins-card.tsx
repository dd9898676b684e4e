import type { Admin } from '@/contract/access'
import { dayOf } from '@/contract/periods'
import { spokenDay } from '@/lib/dates'
import { Box } from '@/platform/elements'
import { Card, ListHeading, ListRow, SwipeRow } from '@/ui'
import { useLocale, useText } from '../language/text'

export interface AdminsCardProps {
  admins: readonly Admin[]
  onOpen: (admin: Admin) => void
}

/** Who administers the app; the last one stays, so that a single row has nothing to take away. */
export function AdminsCard({ admins, onOpen }: AdminsCardProps) {
  const { grants } = useText()
  const locale = useLocale()
  return (
    <>
      <ListHeading title={grants.admins} count={String(admins.length)} />
      <Card flush label={grants.admins}>
        {admins.map(admin => {
          const { userId, nickname, avatarUrl, since } = admin
          const row = (
            <ListRow
              wrap
              title={nickname}
              avatar={{ name: nickname, colorKey: userId, url: avatarUrl }}
              subtitle={grants.adminSince(spokenDay(dayOf(Date.parse(since)), locale))}
              onPress={() => onOpen(admin)}
            />
          )
          if (admins.length === 1) return <Box key={userId}>{row}</Box>
          const remove = {
            text: grants.removeAdmin,
            label: grants.removeAdminOf(nickname),
            danger: true,
            onPress: () => onOpen(admin),
          }
          return (
            <SwipeRow key={userId} actions={[remove]}>
              {row}
            </SwipeRow>
          )
        })}
      </Card>
    </>
  )
}
