import type { RealtimePoint } from '../../../src/contract/report-realtime.ts'
import type { CurveAnswer } from '../../ports/event-reports.ts'

/** The buckets of a day that are asked for: minutes of the day, `from` counted, `to` not, both on a border. */
export interface MinuteSpan {
  granularity: number
  from: number
  to: number
}

export const DAY_MINUTES = 1440

const minuteOf = (time: string): number => Number(time.slice(0, 2)) * 60 + Number(time.slice(3))

const timeOf = (minute: number): string =>
  `${String(Math.floor(minute / 60)).padStart(2, '0')}:${String(minute % 60).padStart(2, '0')}`

/** Widened to whole buckets; `null` when it ends before it begins. */
export function spanOf(fromTime: string, toTime: string, granularity: number): MinuteSpan | null {
  const [first, last] = [minuteOf(fromTime), minuteOf(toTime)]
  if (first >= last) return null
  const from = first - (first % granularity)
  return { granularity, from, to: Math.min(DAY_MINUTES, Math.ceil(last / granularity) * granularity) }
}

/**
 * Every bucket of a span: 0 where nothing happened, unknown where it has not begun.
 * @param begun buckets that begin before this minute of the day have begun; 0: none
 */
export function pointsOf(
  { points }: CurveAnswer,
  { granularity, from, to }: MinuteSpan,
  begun: number,
): RealtimePoint[] {
  const known = new Map(points.map(point => [point.minute, point]))
  const all: RealtimePoint[] = []
  for (let minute = from; minute < to; minute += granularity) {
    const point = known.get(minute)
    const count = (value: number | undefined) => (minute < begun ? (value ?? 0) : null)
    all.push({
      time: timeOf(minute),
      pv: count(point?.views),
      uv: count(point?.people),
      sessions: count(point?.sessions),
    })
  }
  return all
}

/** The numbers of a span as a whole; unknown where nothing of it has begun. */
export const totalsOf = ({ totals }: CurveAnswer, isKnown: boolean) => ({
  pv: isKnown ? totals.views : null,
  uv: isKnown ? totals.people : null,
  sessions: isKnown ? totals.sessions : null,
})
