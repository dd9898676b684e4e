import { type ReactNode, useCallback, useState } from 'react'
import type { Locale } from '@/contract/identity'
import type { MetricId } from '@/contract/metrics'
import type { MetricValue } from '@/contract/reports'
import { monthDayWeekday } from '@/lib/dates'
import { dictionaryEntry, fillFormula, type MetricValues } from '@/lib/dictionary'
import { formatExact } from '@/lib/metric-format'
import { Formula, KeyValues, Paragraph, Sheet } from '@/ui'
import { useLocale, useText } from '../language/text'
import { changeCell, changeKeys } from '../overview/model'
import { OwnDefinition, SourceTag } from '../source/source-of-screen'

/** The numbers that a definition is filled with; null where none are on screen. */
export interface DefinitionDay {
  /** `07-14`, a week or a month. */
  name: string
  values: MetricValues
  /** Absent where the screen compares otherwise. */
  metrics?: MetricValue[]
}

/** Opens a metric's definition. Put `sheet` into the screen's `over`. */
export function useDefinition(day: DefinitionDay | null): { define: (id: MetricId) => void; sheet: ReactNode } {
  const { states } = useText()
  const locale = useLocale()
  const [id, setId] = useState<MetricId | null>(null)
  const define = useCallback((metric: MetricId) => setId(metric), [])
  return {
    define,
    sheet: (
      <Sheet
        id="definition-sheet"
        open={id !== null}
        title={id === null ? '' : dictionaryEntry(id, locale).name}
        closeLabel={states.close}
        trailing={<SourceTag />}
        onClose={() => setId(null)}
      >
        {id === null ? null : <Definition id={id} day={day} />}
      </Sheet>
    ),
  }
}

function Definition({ id, day }: { id: MetricId; day: DefinitionDay | null }) {
  const { reports } = useText()
  const locale = useLocale()
  const entry = dictionaryEntry(id, locale)
  const { expression, result, spoken } = fillFormula(id, day?.values ?? {}, locale)
  const note = day && [spoken && `${reports.that} ${spoken}`, day.name].filter(Boolean).join(' · ')
  return (
    <>
      <Paragraph text={entry.sentence} />
      <OwnDefinition />
      <Formula
        title={entry.formula}
        text={expression === null ? result : `${expression} = ${result}`}
        note={note ?? undefined}
      />
      <KeyValues
        rows={[
          ...basesOf(
            day?.metrics?.find(metric => metric.id === id),
            locale,
          ),
          { key: reports.over, value: entry.over },
          { key: reports.alias, value: entry.alias },
          { key: reports.field, value: entry.field },
        ]}
      />
    </>
  )
}

/** The days that a number was compared with, what stood there, and how it changed since, in words: nobody has to guess. */
function basesOf(metric: MetricValue | undefined, locale: Locale): { key: string; value: string }[] {
  if (metric === undefined || metric.value === null) return []
  return changeKeys.map(key => {
    const change = metric.changes[key]
    const { label } = changeCell(key, change, locale)
    const then = change.base === null ? [] : [formatExact(metric.id, change.base, locale)]
    return { key: monthDayWeekday(change.baseDate, locale), value: [...then, label].join(' · ') }
  })
}
