import type { Day } from '../../src/contract/periods.ts'
import type { SourceItem, SourcesData } from '../../src/contract/report-sources.ts'
import type { ReportState } from '../../src/contract/report-states.ts'
import { isKnownSource, type SourceMetric, sourceName } from '../../src/contract/sources.ts'
import { addBuckets, type Bucket, largestFirst, shareOf, totalOf } from './buckets.ts'
import type { Distribution } from './distribution.ts'

/** The sources of one day; `null` when they are not known. */
export interface SourcesOfDay {
  date: Day
  state: ReportState
  sources: Bucket[] | null
}

const itemsOf = (buckets: readonly Bucket[], total: number): SourceItem[] =>
  buckets.map(({ key, value }) => ({ key, name: sourceName(key), value, share: shareOf(value, total) }))

/** 来源分析: days added up, shares by the distribution's own sum, which is not `session_cnt` of the same days. */
export function sourcesData(metric: SourceMetric, days: readonly SourcesOfDay[]): SourcesData {
  const known = days.flatMap(day => day.sources ?? [])
  const isKnown = days.some(day => day.sources !== null)
  const total = isKnown ? totalOf(known) : null
  return {
    metric,
    total,
    items: itemsOf(addBuckets([known]), total ?? 0),
    byDay: days.map(({ date, state, sources }) => ({
      date,
      state,
      items: sources ? itemsOf(largestFirst(sources), totalOf(sources)) : [],
    })),
  }
}

/** The keys that nobody documents among what was read, ascending. */
export function unknownSourcesOf(rows: readonly Distribution[]): number[] {
  const keys = rows
    .flatMap(row => [...(row.access_source_session_cnt ?? []), ...(row.access_source_visit_uv ?? [])])
    .map(bucket => bucket.key)
  return [...new Set(keys)].filter(key => !isKnownSource(key)).sort((a, b) => a - b)
}
