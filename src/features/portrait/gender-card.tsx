import { memo, useMemo } from 'react'
import { RingChart } from '@/charts'
import type { PortraitItem } from '@/contract/report-portrait'
import { useLocale, useText } from '../language/text'
import { AttributeCard, type AttributeCardProps } from './attribute-card'
import { genderParts, spokenList } from './model'
import { RankedList } from './ranked-list'

export interface GenderCardProps {
  question: string
  items: readonly PortraitItem[]
  onDefine: AttributeCardProps['onDefine']
}

/** 性别: a ring of at most three parts. */
export const GenderCard = memo(function GenderCard({ question, items, onDefine }: GenderCardProps) {
  const { portrait } = useText()
  const locale = useLocale()
  const parts = useMemo(() => genderParts(items, locale), [items, locale])
  return (
    <AttributeCard attribute="genders" items={items} onDefine={onDefine}>
      {parts === null ? (
        <RankedList question={question} items={items} count={10} />
      ) : (
        <RingChart id="portrait-genders" parts={parts} ariaText={spokenList(portrait.genders, parts, locale)} />
      )}
    </AttributeCard>
  )
})
