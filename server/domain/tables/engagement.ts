import { depthLabels, stayLabels } from '../../../src/contract/engagement.ts'
import type { Locale } from '../../../src/contract/identity.ts'
import type { EngagementAnswer, EngagementBucket } from '../../../src/contract/report-engagement.ts'
import { type Cell, introductionOf, type ReportTable } from './table.ts'
import { words } from './words.ts'

/** 时长分析: the eight buckets of stay and the seven of depth. */
export function engagementTable(answer: EngagementAnswer, locale: Locale): ReportTable {
  const { from, to, distribution, key, bucket, opens, share, engagement, stay, depth } = words[locale]
  const { range, data } = answer
  const rowsOf = (name: string, labels: Readonly<Record<number, string>>, buckets: EngagementBucket[]): Cell[][] =>
    buckets.map(one => [range.from, range.to, name, one.key, labels[one.key] ?? one.label, one.value, one.share])
  return {
    definitions: [...introductionOf(answer, locale), engagement],
    columns: [from, to, distribution, key, bucket, opens, share],
    rows: [...rowsOf(stay, stayLabels, data.stay), ...rowsOf(depth, depthLabels[locale], data.depth)],
  }
}
