import { type Day, periodOf, yesterdayOf } from '../../src/contract/periods.ts'
import type { OverviewAnswer } from '../../src/contract/reports.ts'
import { baseDaysOf } from '../domain/comparison.ts'
import { freshnessOf, type Stated } from '../domain/freshness.ts'
import { overviewDay } from '../domain/overview-day.ts'
import type { PageList } from '../domain/pages.ts'
import { checkDay, type Source } from '../domain/ranges.ts'
import type { MetricRow } from '../domain/rows.ts'
import { ProblemError } from '../errors.ts'
import type { Archive } from '../ports/archive.ts'
import type { Clock } from '../ports/clock.ts'
import type { Remarks } from '../ports/remarks.ts'
import type { PeriodReader, PeriodReading, ReadOptions } from './read-periods.ts'
import { type Timed, timedAnswer } from './timed-answer.ts'

export interface ReportDeps {
  reader: PeriodReader
  archive: Archive
  clock: Clock
  remarks: Pick<Remarks, 'of'>
}

/** What one day of 数据概况 is made of. */
interface DayReadings {
  visit: PeriodReading<MetricRow>[]
  summary: PeriodReading<MetricRow>[]
  pages: PeriodReading<PageList>
}

/** @throws ProblemError `invalid` for a day that the source cannot be asked about. */
export function overviewDate(date: Day | undefined, now: number, source: Source = 'wechat'): Day {
  if (date === undefined) return yesterdayOf(now)
  const issues = checkDay('date', date, now, source)
  if (issues.length > 0) throw new ProblemError('invalid', { issues })
  return date
}

/**
 * 数据概况 of one day. Its freshness speaks of that day; a base that is not known only leaves its own change empty. A
 * day without visits known adds the last day before it that has them, as far as the archive knows it.
 */
export async function readOverview(
  deps: ReportDeps,
  { appid, date }: { appid: string; date: Day },
): Promise<Timed<OverviewAnswer>> {
  const [readings, remarks] = await Promise.all([readDay(deps, appid, date), deps.remarks.of(appid)])
  const data = dayOf(date, readings, remarks)
  const isKnown = readings.visit[0]?.rows != null
  const latest = isKnown ? null : await readLatest(deps, appid, date, remarks)
  const { visit, summary, pages } = readings
  return timedAnswer(
    'overview',
    { appid, from: date, to: date },
    [...visit, ...summary, pages],
    isKnown ? data : { ...data, latest: latest?.data ?? null },
    freshnessOf(statedOf(readings), latest?.stated),
  )
}

async function readDay(
  { reader }: Pick<ReportDeps, 'reader'>,
  appid: string,
  date: Day,
  options?: ReadOptions,
): Promise<DayReadings> {
  const { day, week, month } = baseDaysOf(date)
  const days = [date, day, week, month].map(one => periodOf('day', one))
  const [visit, summary, pages] = await Promise.all([
    reader.read(appid, 'visit.daily', days, options),
    reader.read(appid, 'summary.daily', days, options),
    reader.read(appid, 'pages.daily', days.slice(0, 1), options),
  ])
  const [first] = pages
  if (!first) throw new Error('a reader answers every period asked')
  return { visit, summary, pages: first }
}

function dayOf(date: Day, { visit, summary, pages }: DayReadings, remarks: ReadonlyMap<string, string>) {
  const find = (readings: PeriodReading<MetricRow>[], day: Day) =>
    readings.find(reading => reading.period.name === day)?.rows
  return overviewDay(date, day => ({ visit: find(visit, day), summary: find(summary, day) }), pages.rows, remarks)
}

/** The states of the day itself. A day without visits has no pages, and that is no gap. */
function statedOf({ visit, summary, pages }: DayReadings): Stated[] {
  const noPagesToExpect = pages.state === 'missing' && visit[0]?.rows?.visit_pv === 0
  return [visit[0], summary[0], noPagesToExpect ? undefined : pages].filter(one => one !== undefined)
}

async function readLatest(deps: ReportDeps, appid: string, date: Day, remarks: ReadonlyMap<string, string>) {
  const latest = await deps.archive.latestWithData(appid, 'visit.daily', date)
  if (latest === null) return null
  const readings = await readDay(deps, appid, latest, { archiveOnly: true })
  return { data: dayOf(latest, readings, remarks), stated: statedOf(readings) }
}
