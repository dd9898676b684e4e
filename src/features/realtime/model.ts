import type { TrendSeries } from '../../charts'
import type { Locale } from '../../contract/identity'
import { type Day, dayOf } from '../../contract/periods'
import type { RealtimeAnswer } from '../../contract/report-realtime'
import { changeText, growth } from '../../lib/change'
import { speakAgainst } from '../../lib/change-speech'
import { clockSeconds, clockTime, monthDayWeekday } from '../../lib/dates'
import { formatCount, formatPercent } from '../../lib/numbers'
import { shortPath } from '../../lib/paths'
import { textOf } from '../../lib/text'
import { type Minutes, minuteOf, spokenTime } from './spans'

type Data = RealtimeAnswer['data']
type Measure = 'pv' | 'uv' | 'sessions'

/** An app that never sent an event has nothing at all, not even zeros. */
export const hasEvents = ({ now }: Data): boolean => now.activeUsers !== null

const WINDOW = 20

/** The newest buckets as small bars, the ones of the last five minutes strong; oldest first. */
export function recentBars({ points, now }: Data, granularity: number): { ratio: number; isNow: boolean }[] {
  const begun = points.filter(({ pv }) => pv !== null).slice(-WINDOW)
  const most = Math.max(1, ...begun.map(({ pv }) => pv ?? 0))
  const strong = Math.max(1, Math.round(now.windowMinutes / granularity))
  return begun.map(({ pv }, at) => ({ ratio: (pv ?? 0) / most, isNow: at >= begun.length - strong }))
}

export interface TotalCell {
  id: Measure
  name: string
  value: string
  change: { direction: 'up' | 'down' | 'flat' | 'none'; text: string; label: string } | null
}

/** The three numbers of the span, each against the same time of the base day. */
export function totalCells(data: Data, isToday: boolean, base: Day | null, locale: Locale): TotalCell[] {
  const { realtime, numbers } = textOf(locale)
  const { totals, compareTotals } = data
  const against = base === null ? '' : numbers.on(monthDayWeekday(base, locale))
  return (['pv', 'uv', 'sessions'] as const).map(id => {
    const value = totals[id]
    const change = base === null ? null : changeText(growth(value, compareTotals?.[id] ?? null), numbers)
    const name = id === 'pv' && isToday ? realtime.todayPv : realtime[id]
    return {
      id,
      name,
      value: value === null ? '--' : formatCount(value),
      change:
        change === null || change.direction === 'none'
          ? null
          : { ...change, label: speakAgainst(change, against, locale) },
    }
  })
}

/** The hours that carry a label below the curve: a few round ones, the first and where the last bucket ends. */
function ticksOf(count: number, granularity: number): number[] {
  const minutes = count * granularity
  const step = [5, 10, 15, 30, 60, 120, 180, 360].find(one => minutes / one <= 4.5) ?? 360
  const ticks: number[] = []
  for (let at = 0; at <= count; at += step / granularity) if (Number.isInteger(at)) ticks.push(at)
  const end = ticks.at(-1) ?? 0
  return count - end >= (step / granularity) * 0.6 ? [...ticks, count] : ticks
}

/** The bucket that the present is in, as of the answer: it is not over, so nothing can be held against it. */
export function runningBucket({ range, freshness, data }: RealtimeAnswer, granularity: number): number | null {
  if (freshness.asOf === null || dayOf(Date.parse(freshness.asOf)) !== range.to) return null
  const minute = minuteOf(clockTime(freshness.asOf))
  const at = data.points.findIndex(({ time }) => minute >= minuteOf(time) && minute < minuteOf(time) + granularity)
  return at < 0 ? null : at
}

export interface Curve {
  series: TrendSeries
  compare: TrendSeries | undefined
}

/** The curve of the day and the base day at the same times. */
export function curveOf(answer: RealtimeAnswer, granularity: number, names: { day: string; base: string }): Curve {
  const { data } = answer
  const label = (time: string) => spokenTime(minuteOf(time))
  const running = runningBucket(answer, granularity)
  const last = data.points.at(-1)
  return {
    series: {
      label: names.day,
      points: data.points.map(({ time, pv }, at) => ({
        label: label(time),
        value: pv,
        ...(at === running ? { state: 'provisional' as const } : {}),
      })),
      ticks: ticksOf(data.points.length, granularity),
      ...(last ? { end: spokenTime(minuteOf(last.time) + granularity) } : {}),
    },
    compare: data.compare
      ? { label: names.base, points: data.compare.map(({ time, pv }) => ({ label: label(time), value: pv })) }
      : undefined,
  }
}

/** The line above the curve for one bucket; one that is not over says so and has no change. */
export function bucketReadOut(answer: RealtimeAnswer, at: number, granularity: number, base: string, locale: Locale) {
  const { data } = answer
  const { realtime, numbers, reports } = textOf(locale)
  const point = data.points[at]
  if (point === undefined) return { value: '--', notes: [], change: undefined }
  const from = minuteOf(point.time)
  const notes = [`${spokenTime(from)}–${spokenTime(from + granularity)}`]
  if (point.uv !== null) notes.push(`${realtime.uv} ${formatCount(point.uv)}`)
  const value = point.pv === null ? '--' : formatCount(point.pv)
  if (at === runningBucket(answer, granularity)) {
    return { value, notes: [...notes, realtime.running], change: undefined }
  }
  const earlier = data.compare?.[at]?.pv ?? null
  if (earlier === null) return { value, notes, change: undefined }
  const change = changeText(growth(point.pv, earlier), numbers)
  return {
    value,
    notes: [...notes, reports.versus(formatCount(earlier))],
    change: change.direction === 'none' ? undefined : { ...change, label: `${numbers.on(base)} ${change.text}` },
  }
}

/** The curve in one sentence for a screen reader. */
export function describeCurve({ points }: Data, name: string, day: string, locale: Locale): string {
  const { realtime, reports } = textOf(locale)
  const known = points.filter(({ pv }) => pv !== null)
  const last = known.at(-1)
  if (last === undefined) return reports.describeNothing(name, day)
  const top = known.reduce((most, point) => ((point.pv ?? 0) > (most.pv ?? 0) ? point : most))
  const write = (value: number | null) => formatCount(value ?? 0)
  return realtime.describe(name, day, write(top.pv), spokenTime(minuteOf(top.time)), write(last.pv))
}

export interface LivePage {
  path: string
  rank: string
  name: string
  value: string
  share: string
  ratio: number
}

/** The pages of the span, most views first. */
export function livePages({ pages }: Data): LivePage[] {
  const most = Math.max(1, ...pages.map(({ pv }) => pv))
  return pages.map(({ path, remark, pv, share }, at) => ({
    path,
    rank: String(at + 1),
    name: remark ?? shortPath(path),
    value: formatCount(pv),
    share: share === null ? '--' : formatPercent(share),
    ratio: pv / most,
  }))
}

/** What the mark beside the title says: when it was read, and how far behind the events it is. */
export function liveMark(readAt: number, lagSeconds: number | null, locale: Locale): string {
  const { realtime } = textOf(locale)
  const time = clockSeconds(new Date(readAt).toISOString())
  return lagSeconds === null ? realtime.read(time) : realtime.lag(time, String(Math.ceil(lagSeconds)))
}

/** `0:00–14:05`: the minutes on screen, cut at the present. */
export const spanText = ({ from, to }: Minutes, minute: number | null): string =>
  `${spokenTime(from)}–${spokenTime(minute === null ? to : Math.min(to, minute))}`
