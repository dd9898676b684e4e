import dayjs from 'dayjs'
import utc from 'dayjs/plugin/utc'
import type { Locale } from '../contract/identity'
import { addDays, type Day, dayOf, type Granularity, weekdayOf } from '../contract/periods'

dayjs.extend(utc)

const SHANGHAI_OFFSET_MINUTES = 8 * 60
const chinese = ['一', '二', '三', '四', '五', '六', '日'] as const
const english = ['Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat', 'Sun'] as const
const months = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'] as const

const cut = (day: Day) => day.split('-').map(Number) as [number, number, number]
const monthName = (month: number) => months[month - 1] ?? ''

/** `二` / `Tue`. */
export const shortWeekday = (day: Day, locale: Locale): string =>
  (locale === 'en' ? english : chinese)[weekdayOf(day) - 1] ?? ''

/** The seven heads of a month grid, Monday first. */
export const weekdayHeads = (locale: Locale): readonly string[] => (locale === 'en' ? english : chinese)

/** `周二` / `Tue`. */
export const weekdayName = (day: Day, locale: Locale): string =>
  locale === 'en' ? shortWeekday(day, locale) : `周${shortWeekday(day, locale)}`

/** `2026-07-14(二)`, the way WeChat's own reports write a day. */
export const dataDate = (day: Day, locale: Locale): string =>
  locale === 'en' ? `${day} (${shortWeekday(day, locale)})` : `${day}(${shortWeekday(day, locale)})`

/** `07-14`. */
export const monthDay = (day: Day): string => day.slice(5)

/** `07-14 周二` / `07-14 Tue`. */
export const monthDayWeekday = (day: Day, locale: Locale): string => `${monthDay(day)} ${weekdayName(day, locale)}`

/** `7月14日` / `14 Jul`. */
export function spokenDay(day: Day, locale: Locale): string {
  const [, month, date] = cut(day)
  return locale === 'en' ? `${date} ${monthName(month)}` : `${month}月${date}日`
}

/** `7月14日 周二` / `Tue 14 Jul`. */
export const spokenDayWeekday = (day: Day, locale: Locale): string =>
  locale === 'en'
    ? `${weekdayName(day, locale)} ${spokenDay(day, locale)}`
    : `${spokenDay(day, locale)} ${weekdayName(day, locale)}`

/** `2026年7月` / `Jul 2026`. */
export function monthText(day: Day, locale: Locale): string {
  const [year, month] = cut(day)
  return locale === 'en' ? `${monthName(month)} ${year}` : `${year}年${month}月`
}

const dotted = (day: Day) => day.slice(5).replace('-', '.')

/** A period's name as a row head: `07-14 二`, `03.06–03.12`, `2017年2月`. */
export function periodText(granularity: Granularity, period: { from: Day; to: Day }, locale: Locale): string {
  if (granularity === 'day') return `${monthDay(period.from)} ${shortWeekday(period.from, locale)}`
  if (granularity === 'week') return `${dotted(period.from)}–${dotted(period.to)}`
  return monthText(period.from, locale)
}

/** A period's name under an axis: `07-14`, `03.06`, `2017-02`. */
export function periodTick(granularity: Granularity, period: { from: Day }): string {
  if (granularity === 'day') return monthDay(period.from)
  return granularity === 'week' ? dotted(period.from) : period.from.slice(0, 7)
}

const yearOf = (day: Day) => day.slice(0, 4)

/** `06-15 – 07-14`; with years where the two differ, `2025-06-15 – 07-14` where they are not the present one. */
export function rangeText(from: Day, to: Day, present: Day = to): string {
  if (from === to) return from
  if (yearOf(from) !== yearOf(to)) return `${from} – ${to}`
  return `${yearOf(to) === yearOf(present) ? monthDay(from) : from} – ${monthDay(to)}`
}

/** `7月8日 – 14日` / `8 – 14 Jul`; months are said once when equal, the year where it is not the present one. */
export function spokenRange(from: Day, to: Day, locale: Locale, present: Day = to): string {
  if (yearOf(to) !== yearOf(present)) {
    const days = spokenRange(from, to, locale)
    return locale === 'en' ? `${days} ${yearOf(to)}` : `${yearOf(from)}年${days}`
  }
  if (from === to) return spokenDay(from, locale)
  const sameMonth = from.slice(0, 7) === to.slice(0, 7)
  const date = (day: Day) => cut(day)[2]
  if (!sameMonth) return `${spokenDay(from, locale)} – ${spokenDay(to, locale)}`
  return locale === 'en' ? `${date(from)} – ${spokenDay(to, locale)}` : `${spokenDay(from, locale)} – ${date(to)}日`
}

/** `10:42`, Shanghai time, of an ISO instant. */
export const clockTime = (instant: string): string => dayjs(instant).utcOffset(SHANGHAI_OFFSET_MINUTES).format('HH:mm')

/** `10:42:07`, Shanghai time, of an ISO instant. */
export const clockSeconds = (instant: string): string =>
  dayjs(instant).utcOffset(SHANGHAI_OFFSET_MINUTES).format('HH:mm:ss')

/** `10:42` today, `昨天 22:10` yesterday, else `07-12 22:10`. */
export function momentText(instant: string, now: number, locale: Locale): string {
  const day = dayOf(dayjs(instant).valueOf())
  const today = dayOf(now)
  if (day === today) return clockTime(instant)
  const name = day === addDays(today, -1) ? (locale === 'en' ? 'yesterday' : '昨天') : monthDay(day)
  return `${name} ${clockTime(instant)}`
}
