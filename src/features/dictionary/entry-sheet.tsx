import { type ReactNode, useCallback, useState } from 'react'
import { Formula, KeyValues, Paragraph, Sheet } from '@/ui'
import { useText } from '../language/text'
import { OwnDefinition, SourceTag } from '../source/source-of-screen'

/** One definition, its formula filled with the numbers on screen. */
export interface Entry {
  name: string
  sentence: string
  /** In words: `退出页次数 ÷ 访问次数`. */
  formula: string
  /** `19,344 ÷ 88,420 = 21.9%` */
  filled: string
  /** Whose numbers they are: a page, a day, a range. */
  note?: string
  over: string
  field: string
}

/** Opens the definition of what has no metric of its own in the catalogue. Put `sheet` into the screen's `over`. */
export function useEntry(): { tell: (entry: Entry) => void; sheet: ReactNode } {
  const { reports, states } = useText()
  const [entry, setEntry] = useState<Entry | null>(null)
  const tell = useCallback((one: Entry) => setEntry(one), [])
  return {
    tell,
    sheet: (
      <Sheet
        id="entry-sheet"
        open={entry !== null}
        title={entry?.name ?? ''}
        closeLabel={states.close}
        trailing={<SourceTag />}
        onClose={() => setEntry(null)}
      >
        {entry === null ? null : (
          <>
            <Paragraph text={entry.sentence} />
            <OwnDefinition />
            <Formula title={entry.formula} text={entry.filled} {...(entry.note ? { note: entry.note } : {})} />
            <KeyValues
              rows={[
                { key: reports.over, value: entry.over },
                { key: reports.field, value: entry.field },
              ]}
            />
          </>
        )}
      </Sheet>
    ),
  }
}
