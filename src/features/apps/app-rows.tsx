import type { ReactNode } from 'react'
import { Box, Tap } from '@/platform/elements'
import { Card, Icon, ListHeading, ListRow, RowOfOneHeight, rowHeightOf, Tag, VirtualRows, WHOLE_LIST } from '@/ui'
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
  const isLong = group.rows.length > WHOLE_LIST
  const draw = (row: AppRow) => (
    <PinnableRow key={row.appid} row={row} onPin={onPin}>
      <ListRow
        wrap
        title={row.name}
        avatar={{ name: row.name, colorKey: row.appid, url: row.avatarUrl, square: row.isSquare }}
        subtitle={
          <>
            {row.tag === null ? null : <Tag tone="warn" text={row.tag} />}
            {isLong ? (
              <Box tag="span" className="da-cut">
                {row.line}
              </Box>
            ) : (
              row.line
            )}
          </>
        }
        checked={row.isCurrent}
        onPress={() => onOpen(row.appid)}
      />
    </PinnableRow>
  )
  return (
    <>
      <ListHeading title={group.title} count={String(group.rows.length)} />
      <Card flush label={group.title}>
        {isLong ? (
          <VirtualRows
            id={`apps-${group.id}`}
            rows={group.rows}
            height={rowHeightOf()}
            draw={row => <RowOfOneHeight key={row.appid}>{draw(row)}</RowOfOneHeight>}
          />
        ) : (
          group.rows.map(draw)
        )}
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
