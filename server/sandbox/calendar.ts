/**
 * Days of China (UTC+8, no DST) as whole numbers: 0 is 1970-01-01. The sandbox computes with these numbers only,
 * so that no answer depends on the machine's time zone.
 */
const dayMs = 86_400_000
const chinaOffsetMs = 8 * 3_600_000

/** The China day on which an instant (epoch ms) falls. */
export const dayOf = (now: number): number => Math.floor((now + chinaOffsetMs) / dayMs)

/** Minutes since China midnight at an instant (epoch ms), fractions kept. */
export const minuteOfDay = (now: number): number => ((now + chinaOffsetMs) % dayMs) / 60_000

/** Epoch ms at which a China day begins. */
export const startOf = (day: number): number => day * dayMs - chinaOffsetMs

const pad = (value: number, width: number) => String(value).padStart(width, '0')

/** `yyyymmdd` as WeChat writes it. */
export function compact(day: number): string {
  const date = new Date(day * dayMs)
  return pad(date.getUTCFullYear(), 4) + pad(date.getUTCMonth() + 1, 2) + pad(date.getUTCDate(), 2)
}

/** Day number of `yyyymmdd` or `yyyy-mm-dd`; null for anything else, also for days that do not exist. */
export function parseDay(text: string): number | null {
  const parts = /^(\d{4})-?(\d{2})-?(\d{2})$/.exec(text)
  if (!parts) return null
  const day = Date.UTC(Number(parts[1]), Number(parts[2]) - 1, Number(parts[3])) / dayMs
  return compact(day) === `${parts[1]}${parts[2]}${parts[3]}` ? day : null
}

/** Monday is 0, Sunday is 6. */
export const weekdayOf = (day: number): number => (day + 3) % 7

/** First and last day of the calendar month that holds the day. */
export function monthOf(day: number): { first: number; last: number } {
  const date = new Date(day * dayMs)
  const first = Date.UTC(date.getUTCFullYear(), date.getUTCMonth(), 1) / dayMs
  const last = Date.UTC(date.getUTCFullYear(), date.getUTCMonth() + 1, 1) / dayMs - 1
  return { first, last }
}
