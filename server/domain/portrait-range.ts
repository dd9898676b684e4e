import { addDays, type Day, isDay, type Period, yesterdayOf } from '../../src/contract/periods.ts'
import type { PortraitDays } from '../../src/contract/portrait.ts'
import type { DatacubeReport } from './datacube.ts'
import { lastDayOf, type RangeIssue, type Source } from './ranges.ts'
import { reportPeriod } from './report-periods.ts'

export interface PortraitRangeQuery {
  days: PortraitDays
  from?: Day
  to?: Day
}

export const portraitReport = (days: PortraitDays) => `portrait.${days}` as const satisfies DatacubeReport

/**
 * The range of a portrait: as many days as named, ending yesterday unless the question says when, or every fault of the
 * question. A range of another length than `days` is none.
 */
export function portraitRange(
  query: PortraitRangeQuery,
  now: number,
  source: Source = 'wechat',
): { range: Period } | { issues: RangeIssue[] } {
  const { days, from, to } = query
  const issues = Object.entries({ from, to }).flatMap(([name, day]) =>
    day === undefined || isDay(day) ? [] : [{ path: `/query/${name}`, code: 'format' }],
  )
  if (issues.length > 0) return { issues }
  const yesterday = yesterdayOf(now)
  const end = to ?? (from === undefined ? yesterday : addDays(from, Number(days) - 1))
  const range = reportPeriod(portraitReport(days), end)
  if (end > lastDayOf(source, now))
    return { issues: [{ path: to === undefined ? '/query/from' : '/query/to', code: 'range' }] }
  if (from !== undefined && from !== range.from) return { issues: [{ path: '/query/from', code: 'range' }] }
  return { range }
}
