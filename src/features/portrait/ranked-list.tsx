import { useState } from 'react'
import type { PortraitItem } from '@/contract/report-portrait'
import { rowsAtOnce } from '@/platform/system'
import { RankedRow, TextLink } from '@/ui'
import { useLocale, useText } from '../language/text'
import { rankedItems } from './model'

/** Six lists share the page, and all of them change with its range: each begins short where drawing is dear. */
export const rowsAtFirst = (count: number) => Math.min(count, Math.ceil(rowsAtOnce / 3))

/** The items by people; those after the first `count` open on a tap, twice as many each time. */
export function RankedList({ items, count }: { items: readonly PortraitItem[]; count: number }) {
  const { reports } = useText()
  const locale = useLocale()
  const [shown, setShown] = useState(rowsAtFirst(count))
  const rows = rankedItems(items, locale)
  return (
    <>
      {rows.slice(0, shown).map(({ id, ...row }) => (
        <RankedRow key={id} {...row} />
      ))}
      {rows.length > shown ? (
        <TextLink text={reports.rest(rows.length - shown)} onPress={() => setShown(shown + 2 * count)} />
      ) : null}
    </>
  )
}
