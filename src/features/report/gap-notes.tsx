import type { DayState } from '@/contract/report-envelope'
import { Note } from '@/ui'
import { useLocale } from '../language/text'
import { useSourceOfScreen } from '../source/source-of-screen'
import { gapLines } from './gaps'

/** Names the days that the sums of a report leave out. */
export function GapNotes({ byDay }: { byDay: readonly Pick<DayState, 'date' | 'state'>[] | undefined }) {
  const lines = gapLines(byDay ?? [], useLocale(), useSourceOfScreen())
  return (
    <>
      {lines.map(line => (
        <Note key={line} text={line} />
      ))}
    </>
  )
}
