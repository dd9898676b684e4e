import { type Day, dayOf, periodOf, startOfDay } from '../../../src/contract/periods.ts'
import type { Issue } from '../../../src/contract/problems.ts'
import { ACTIVE_WINDOW_MINUTES, type RealtimeGranularity } from '../../../src/contract/realtime.ts'
import type { RealtimeAnswer, RealtimeData } from '../../../src/contract/report-realtime.ts'
import { shareOf } from '../../domain/buckets.ts'
import { pathOf } from '../../domain/collect/path.ts'
import { type Horizon, statedOf } from '../../domain/collector/horizon.ts'
import { DAY_MINUTES, type MinuteSpan, pointsOf, spanOf, totalsOf } from '../../domain/collector/live-curve.ts'
import { remarkOf } from '../../domain/collector/pages-data.ts'
import { checkDay } from '../../domain/ranges.ts'
import { ProblemError } from '../../errors.ts'
import type { CurveAnswer, CurveMinutes } from '../../ports/event-reports.ts'
import { type CollectorDeps, collectorAnswer, readLiveHorizon } from './deps.ts'

const MINUTE_MS = 60_000

export interface RealtimeQuestion {
  appid: string
  date?: Day
  granularity?: RealtimeGranularity
  page?: string
  compareDate?: Day
  fromTime?: string
  toTime?: string
}

/** A question whose parts are sound. */
interface CheckedCurve {
  date: Day
  compareDate: Day | null
  span: MinuteSpan
  granularity: CurveMinutes
  page: string | null
}

/** @throws ProblemError `invalid` with every fault of the question */
function check(question: RealtimeQuestion, now: number): CheckedCurve {
  const { date = dayOf(now), compareDate, fromTime = '00:00', toTime = '24:00', page } = question
  // the contract knows these five
  const granularity = Number(question.granularity ?? '5') as CurveMinutes
  const span = spanOf(fromTime, toTime, granularity)
  const issues: Omit<Issue, 'message'>[] = [
    ...checkDay('date', date, now, 'collector'),
    ...(compareDate === undefined ? [] : checkDay('compareDate', compareDate, now, 'collector')),
    ...(span ? [] : [{ path: '/query/toTime', code: 'range' }]),
  ]
  if (issues.length > 0 || !span) throw new ProblemError('invalid', { issues })
  return { date, compareDate: compareDate ?? null, span, granularity, page: pathOf(page) }
}

/** How many minutes of a day have begun; none of a day before the first event or after today. */
function begunOf(day: Day, { firstDay }: Horizon, now: number): number {
  if (firstDay === null || day < firstDay || day > dayOf(now)) return 0
  return Math.min(DAY_MINUTES, Math.floor((now - startOfDay(day)) / MINUTE_MS) + 1)
}

/** 实时统计: the curve of a day, beside another one, who is there now, and which pages are seen. */
export async function readRealtime(deps: CollectorDeps, question: RealtimeQuestion): Promise<RealtimeAnswer> {
  const now = deps.clock.now()
  const { appid } = question
  const { date, compareDate, span, granularity, page } = check(question, now)
  const curve = (day: Day, toMinute = span.to) =>
    deps.counts.curve(appid, { day, granularity, page, fromMinute: span.from, toMinute })
  const [horizon, own, other, fair, activeUsers, lagSeconds, remarks] = await Promise.all([
    readLiveHorizon(deps, appid),
    curve(date),
    compareDate === null ? null : curve(compareDate),
    compareDate === null
      ? null
      : fairCurve(deps, { appid, compareDate, isToday: date === dayOf(now), span, page }, now),
    deps.counts.activeUsers(appid, now),
    deps.lag(appid, now),
    deps.remarks.of(appid),
  ])
  const begun = begunOf(date, horizon, now)
  const otherBegun = compareDate === null ? 0 : begunOf(compareDate, horizon, now)
  const data: RealtimeData = {
    date,
    granularity,
    page,
    points: pointsOf(own, span, begun),
    compareDate,
    compare: other && pointsOf(other, span, otherBegun),
    totals: totalsOf(own, begun > span.from),
    compareTotals: other && totalsOf(fair ?? other, otherBegun > span.from),
    now: { activeUsers: horizon.firstDay === null ? null : activeUsers, windowMinutes: ACTIVE_WINDOW_MINUTES },
    pages: pagesOf(own, page === null ? own.totals.views : null, remarks),
    lagSeconds,
  }
  const stated = [statedOf(periodOf('day', date), horizon)]
  return collectorAnswer('realtime', { appid, from: date, to: date }, stated, data, horizon).answer
}

/** The other day as far as today has come, to the minute; `null` where the whole span may be held against it. */
async function fairCurve(
  { counts }: CollectorDeps,
  ask: { appid: string; compareDate: Day; isToday: boolean; span: MinuteSpan; page: string | null },
  now: number,
): Promise<CurveAnswer | null> {
  const { appid, compareDate, isToday, span, page } = ask
  const elapsed = Math.floor((now - startOfDay(dayOf(now))) / MINUTE_MS) + 1
  if (!isToday || elapsed >= span.to) return null
  const toMinute = Math.max(span.from, elapsed)
  return counts.curve(appid, { day: compareDate, granularity: 1, page, fromMinute: span.from, toMinute })
}

/** @param all views of all pages, where they are known beside those that are named */
function pagesOf({ pages }: CurveAnswer, all: number | null, remarks: ReadonlyMap<string, string>) {
  const total = all ?? pages.reduce((sum, { views }) => sum + views, 0)
  return pages.map(({ path, views }) => ({
    path,
    remark: remarkOf(remarks, path),
    pv: views,
    share: shareOf(views, total),
  }))
}
