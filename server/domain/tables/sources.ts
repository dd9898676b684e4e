import type { Locale } from '../../../src/contract/identity.ts'
import { metricNames } from '../../../src/contract/metric-names.ts'
import type { SourceItem, SourcesAnswer } from '../../../src/contract/report-sources.ts'
import { sourceName } from '../../../src/contract/sources.ts'
import { type Cell, introductionOf, type ReportTable } from './table.ts'
import { words } from './words.ts'

/** 来源分析: the sources of the whole range, then those of each day. */
export function sourcesTable(answer: SourcesAnswer, locale: Locale): ReportTable {
  const { from, to, key, name, share, state, sources, personDays, peopleOnce } = words[locale]
  const { range, freshness, data } = answer
  const metric = metricNames[locale][data.metric]
  const rowsOf = (first: string, last: string, items: SourceItem[], known: string): Cell[][] =>
    items.map(item => [first, last, item.key, sourceName(item.key, locale), item.value, item.share, known])
  const days = data.byDay.flatMap(({ date, state: known, items }): Cell[][] =>
    items.length > 0 ? rowsOf(date, date, items, known) : [[date, date, null, null, null, null, known]],
  )
  return {
    definitions: [
      ...introductionOf(answer, locale),
      sources(metric),
      answer.source === 'wechat' ? personDays : peopleOnce,
    ],
    columns: [from, to, key, name, metric, share, state],
    rows: [...rowsOf(range.from, range.to, data.items, freshness.state), ...days],
  }
}
