import { addDays, type Day } from '../../contract/periods'

/** The stretches of a day that can be looked at. */
export const realtimeSpans = ['day', 'hour', 'threeHours', 'night', 'morning', 'afternoon', 'evening'] as const
export type RealtimeSpan = (typeof realtimeSpans)[number]

/** Minutes of a bucket: what `granularity` of the call may say. */
export const curveMinutes = [1, 5, 10, 30, 60] as const
export type CurveMinutes = (typeof curveMinutes)[number]

/** Minutes of a day; `to` is not in it. */
export interface Minutes {
  from: number
  to: number
}

const DAY = 1440
const fixed: Partial<Record<RealtimeSpan, Minutes>> = {
  night: { from: 0, to: 360 },
  morning: { from: 360, to: 720 },
  afternoon: { from: 720, to: 1080 },
  evening: { from: 1080, to: DAY },
}
const recent: Partial<Record<RealtimeSpan, number>> = { hour: 60, threeHours: 180 }

/**
 * The minutes that a choice means. The recent ones end with the minute that runs and begin where a bucket does; of another
 * day than today they are all of it.
 * @param minute minutes since midnight of today, `null` for another day
 */
export function minutesOf(span: RealtimeSpan, granularity: CurveMinutes, minute: number | null): Minutes {
  const named = fixed[span]
  if (named) return named
  const length = recent[span]
  if (length === undefined || minute === null) return { from: 0, to: DAY }
  const from = Math.floor((minute - length) / granularity) * granularity
  const to = Math.ceil((minute + 1) / granularity) * granularity
  return { from: Math.max(0, from), to: Math.min(DAY, to) }
}

const two = (value: number) => String(value).padStart(2, '0')

/** `09:05`, `24:00`. */
export const timeOf = (minute: number): string => `${two(Math.floor(minute / 60))}:${two(minute % 60)}`

/** `9:05`, as it is said. */
export const spokenTime = (minute: number): string => `${Math.floor(minute / 60)}:${two(minute % 60)}`

/** The minute of a bucket's time, `HH:mm`. */
export const minuteOf = (time: string): number => Number(time.slice(0, 2)) * 60 + Number(time.slice(3, 5))

/** The minutes chosen as the call takes them; the whole day is not named. */
export const timesOf = ({ from, to }: Minutes): { fromTime?: string; toTime?: string } => ({
  ...(from > 0 ? { fromTime: timeOf(from) } : {}),
  ...(to < DAY ? { toTime: timeOf(to) } : {}),
})

/** What a date is compared with: the day before, the same weekday before, or a date of its own. */
export interface CurveBase {
  compare: boolean
  base: 'day' | 'week' | Day
}

/** The day that a date is compared with, `null` for none. */
export function baseOf({ compare, base }: CurveBase, date: Day): Day | null {
  if (!compare) return null
  if (base === 'day') return addDays(date, -1)
  return base === 'week' ? addDays(date, -7) : base
}

/** A minute is looked at closely: of a whole day nobody can see it. */
export const spanAfter = (granularity: CurveMinutes, span: RealtimeSpan): RealtimeSpan =>
  granularity === 1 && span === 'day' ? 'hour' : span
