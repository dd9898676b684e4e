import type { ReactNode } from 'react'
import { Box, Tap } from '@/platform/elements'
import { Card, Icon, ListHeading, ListRow, Tag } from '@/ui'
import { useText } from '../language/text'
import type { AppGroup, AppRow } from './model'

interface RowActs {
  onOpen: (appid: string) => void
  /** Puts an app on top, or back. */
  onPin?: (appid: string) => void
}

/** The groups of apps as lists; the one on screen is ticked. */
export function AppGroups({ groups, ...acts }: { groups: AppGroup[] } & RowActs) {
  return (
    <>
      {groups.map(group => (
        <AppGroupRows key={group.id} group={group} {...acts} />
      ))}
    </>
  )
}

function AppGroupRows({ group, onOpen, onPin }: { group: AppGroup } & RowActs) {
  return (
    <>
      <ListHeading title={group.title} count={String(group.rows.length)} />
      <Card flush label={group.title}>
        {group.rows.map(row => (
          <PinnableRow key={row.appid} row={row} onPin={onPin}>
            <ListRow
              wrap
              title={row.name}
              avatar={{ name: row.name, colorKey: row.appid, url: row.avatarUrl, square: row.isSquare }}
              subtitle={
                <>
                  {row.tag === null ? null : <Tag tone="warn" text={row.tag} />}
                  {row.line}
                </>
              }
              checked={row.isCurrent}
              onPress={() => onOpen(row.appid)}
            />
          </PinnableRow>
        ))}
      </Card>
    </>
  )
}

function PinnableRow({ row, onPin, children }: { row: AppRow; onPin: RowActs['onPin']; children: ReactNode }) {
  const { apps } = useText()
  if (onPin === undefined) return children
  return (
    <Box className="da-pinrow">
      {children}
      <Tap
        className={row.isPinned ? 'da-pinrow-b da-pinrow-on' : 'da-pinrow-b'}
        aria-label={row.isPinned ? apps.unpin(row.name) : apps.pin(row.name)}
        onPress={() => onPin(row.appid)}
      >
        <Icon name="pin" />
      </Tap>
    </Box>
  )
}
