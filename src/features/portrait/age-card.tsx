import { memo } from 'react'
import type { PortraitItem } from '@/contract/report-portrait'
import { ColumnBars, Note } from '@/ui'
import { useLocale, useText } from '../language/text'
import { AttributeCard, type AttributeCardProps } from './attribute-card'
import { ageColumns, ageName, mostAge, spokenList } from './model'

export interface AgeCardProps {
  items: readonly PortraitItem[]
  onDefine: AttributeCardProps['onDefine']
}

/** 年龄: a column for each group that WeChat names, 未知 last. */
export const AgeCard = memo(function AgeCard({ items, onDefine }: AgeCardProps) {
  const { portrait } = useText()
  const locale = useLocale()
  const columns = ageColumns(items, locale)
  const most = mostAge(items)
  return (
    <AttributeCard
      attribute="ages"
      items={items}
      onDefine={onDefine}
      trailing={most === null ? undefined : <Note text={portrait.most(ageName(most, locale))} />}
    >
      <ColumnBars
        label={spokenList(portrait.ages, columns, locale)}
        bars={columns.map(({ id, label, share, ratio, isUnknown }) => ({
          id,
          label,
          ratio,
          text: share,
          dim: isUnknown,
        }))}
      />
    </AttributeCard>
  )
})
