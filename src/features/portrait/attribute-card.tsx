import type { ReactNode } from 'react'
import type { PortraitItem } from '@/contract/report-portrait'
import { formatCount } from '@/lib/numbers'
import { Card, Empty, Note } from '@/ui'
import { useText } from '../language/text'
import { type ShownAttribute, totalOf } from './model'

export interface AttributeCardProps {
  attribute: ShownAttribute
  items: readonly PortraitItem[]
  onDefine: (attribute: ShownAttribute) => void
  /** In place of the number of people. */
  trailing?: ReactNode
  /** Shown when there are items. */
  children: ReactNode
}

/** One attribute of a portrait with how many people it speaks of, or why it is empty. */
export function AttributeCard({ attribute, items, onDefine, trailing, children }: AttributeCardProps) {
  const { portrait, reports } = useText()
  const name = portrait[attribute]
  const total = totalOf(items)
  return (
    <Card
      title={name}
      info={{ label: reports.definitionOf(name), onPress: () => onDefine(attribute) }}
      trailing={trailing ?? (total === null ? null : <Note text={portrait.people(formatCount(total))} />)}
    >
      {items.length > 0 ? children : <Empty title={portrait.nothing} text={portrait.nothingText} />}
    </Card>
  )
}
