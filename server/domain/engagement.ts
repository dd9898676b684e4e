import { depthLabels, stayLabels } from '../../src/contract/engagement.ts'
import type { EngagementBucket, EngagementData } from '../../src/contract/report-engagement.ts'
import type { DayState } from '../../src/contract/report-envelope.ts'
import { addBuckets, type Bucket, shareOf, totalOf } from './buckets.ts'
import type { Distribution } from './distribution.ts'

/** The distribution of one day; `null` when it is not known. */
export interface EngagementOfDay extends DayState {
  rows: Distribution | null
}

/** Every bucket, in order: 0 when a day is there and the bucket is not, `null` when no day is. */
function bucketsIn(labels: Readonly<Record<number, string>>, days: Bucket[][]): EngagementBucket[] {
  const sums = new Map(addBuckets(days).map(({ key, value }) => [key, value]))
  const keys = Object.keys(labels).map(Number)
  const values = keys.map(key => (days.length > 0 ? (sums.get(key) ?? 0) : null))
  const total = totalOf(values.map(value => ({ value })))
  return keys.map((key, index) => {
    const value = values[index] ?? null
    return { key, label: labels[key] ?? '', value, share: shareOf(value, total) }
  })
}

/** 时长分析: opens by length of stay and by depth, days added up; shares by each distribution's own sum. */
export function engagementData(days: readonly EngagementOfDay[]): EngagementData {
  const listsOf = (name: 'access_staytime_info' | 'access_depth_info') =>
    days.flatMap(({ rows }) => (rows?.[name] ? [rows[name]] : []))
  const stay = bucketsIn(stayLabels, listsOf('access_staytime_info'))
  const depth = bucketsIn(depthLabels['zh-CN'], listsOf('access_depth_info'))
  const total = (buckets: EngagementBucket[]) => (buckets[0]?.value === null ? null : totalOf(buckets))
  return {
    stay,
    depth,
    totals: { stay: total(stay), depth: total(depth) },
    byDay: days.map(({ date, state }) => ({ date, state })),
  }
}
