import type { Grant, GrantList } from '@/contract/access'
import { Box } from '@/platform/elements'
import {
  Card,
  Empty,
  ListHeading,
  ListRow,
  RowOfOneHeight,
  rowHeightOf,
  SwipeRow,
  Tag,
  VirtualRows,
  WHOLE_LIST,
} from '@/ui'
import { useNow } from '../clock/now'
import { useLocale, useText } from '../language/text'
import { grantRow } from './model'

export interface GrantsCardProps {
  list: GrantList
  /** Those who were revoked before the server has answered. */
  gone: ReadonlySet<string>
  onOpen: (grant: Grant) => void
  onRevoke: (grant: Grant) => void
}

/** 已授权用户: swiped to the left, or opened by a tap. */
export function GrantsCard({ list, gone, onOpen, onRevoke }: GrantsCardProps) {
  const { grants } = useText()
  const locale = useLocale()
  const now = useNow()
  const shown = list.grants.filter(({ userId }) => !gone.has(userId))
  const isLong = shown.length > WHOLE_LIST
  const row = (grant: Grant) => {
    const { userId, name, avatarUrl, tag, line, looked } = grantRow(grant, now, locale)
    const open = (
      <ListRow
        wrap
        title={name}
        avatar={{ name, colorKey: userId, url: avatarUrl }}
        subtitle={
          <>
            {tag === null ? null : <Tag tone="warn" text={tag} />}
            {isLong ? (
              <Box tag="span" className="da-cut">
                {line}
              </Box>
            ) : (
              line
            )}
          </>
        }
        trailing={looked}
        onPress={() => onOpen(grant)}
      />
    )
    return (
      <SwipeRow
        key={userId}
        actions={[
          { text: grants.change, label: grants.changeOf(name), onPress: () => onOpen(grant) },
          { text: grants.revoke, label: grants.revokeOf(name), danger: true, onPress: () => onRevoke(grant) },
        ]}
      >
        {isLong ? <RowOfOneHeight>{open}</RowOfOneHeight> : open}
      </SwipeRow>
    )
  }
  return (
    <>
      <ListHeading title={grants.listTitle(shown.length, list.limit)} count={shown.length > 0 ? grants.swipe : ''} />
      {shown.length === 0 ? (
        <Card>
          <Empty title={grants.nobodyTitle} text={grants.nobodyText} />
        </Card>
      ) : (
        <Card flush label={grants.listTitle(shown.length, list.limit)}>
          <VirtualRows id="grants" rows={shown} height={rowHeightOf()} draw={row} />
        </Card>
      )}
    </>
  )
}
