import { useState } from 'react'
import type { PortraitItem } from '@/contract/report-portrait'
import { rowsAtOnce } from '@/platform/system'
import { RankedRow, TextLink } from '@/ui'
import { useLocale, useText } from '../language/text'
import { rankedItems } from './model'

/** Six lists share the page, and all of them change with its range: each begins short where drawing is dear. */
export const rowsAtFirst = (count: number) => Math.min(count, Math.ceil(rowsAtOnce / 3))

export interface RankedListProps {
  items: readonly PortraitItem[]
  /** What the items answer: another begins short again. */
  question: string
  count: number
}

/** The items by people; those after the first `count` open on a tap, twice as many each time. */
export function RankedList({ items, question, count }: RankedListProps) {
  const { reports } = useText()
  const locale = useLocale()
  const first = rowsAtFirst(count)
  const [held, setHeld] = useState({ question, shown: first })
  if (held.question !== question) setHeld({ question, shown: first })
  const { shown } = held
  const rows = rankedItems(items, locale)
  return (
    <>
      {rows.slice(0, shown).map(({ id, ...row }) => (
        <RankedRow key={id} {...row} />
      ))}
      {rows.length > shown ? (
        <TextLink
          text={reports.rest(rows.length - shown)}
          onPress={() => setHeld({ question, shown: shown + 2 * count })}
        />
      ) : null}
    </>
  )
}
