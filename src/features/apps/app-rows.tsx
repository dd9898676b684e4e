import { Card, ListHeading, ListRow, Tag } from '@/ui'
import type { AppGroup } from './model'

/** The groups of apps as lists; the one on screen is ticked. */
export function AppGroups({ groups, onOpen }: { groups: AppGroup[]; onOpen: (appid: string) => void }) {
  return (
    <>
      {groups.map(group => (
        <AppGroupRows key={group.id} group={group} onOpen={onOpen} />
      ))}
    </>
  )
}

function AppGroupRows({ group, onOpen }: { group: AppGroup; onOpen: (appid: string) => void }) {
  return (
    <>
      <ListHeading title={group.title} count={String(group.rows.length)} />
      <Card flush label={group.title}>
        {group.rows.map(row => (
          <ListRow
            key={row.appid}
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
        ))}
      </Card>
    </>
  )
}
