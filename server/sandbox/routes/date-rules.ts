import { dayOf, minuteOfDay, monthOf, parseDay, weekdayOf } from '../calendar.ts'
import type { SandboxApp } from '../types.ts'
import { Refusal } from '../wire/errors.ts'

/** Which spans a report takes. */
export type Span = 'daily' | 'weekly' | 'monthly' | 'portrait'

/** A checked span of China days. */
export interface Window {
  from: number
  to: number
  /** Last day whose numbers are out. */
  until: number
}

const fits: Record<Span, (from: number, to: number, yesterday: number) => boolean> = {
  daily: (from, to) => from === to,
  weekly: (from, to) => weekdayOf(from) === 0 && to === from + 6,
  monthly: (from, to) => monthOf(from).first === from && monthOf(from).last === to,
  portrait: (from, to, yesterday) => [0, 6, 29].includes(to - from) && to >= yesterday - 1,
}

/** `HH:MM` as minutes. */
function minutesOf(clock: string): number {
  const [hours = 0, minutes = 0] = clock.split(':').map(Number)
  return hours * 60 + minutes
}

/** Dates are exactly `yyyymmdd` texts of days that exist: 61500 otherwise, 47001 when one is absent or no text. */
function dayField(body: Record<string, unknown>, name: string): number {
  const text = body[name]
  if (typeof text !== 'string') throw new Refusal(47001)
  const day = /^\d{8}$/.test(text) ? parseDay(text) : null
  if (day === null) throw new Refusal(61500)
  return day
}

/** Date syntax (61500), then the rule of the report (61501), then whether the numbers are out (61503). */
export function dateWindow(body: Record<string, unknown>, span: Span, app: SandboxApp, now: number): Window {
  const from = dayField(body, 'begin_date')
  const to = dayField(body, 'end_date')
  const yesterday = dayOf(now) - 1
  if (to > yesterday || !fits[span](from, to, yesterday)) throw new Refusal(61501)
  const readyAt = span === 'portrait' ? (app.portraitReadyAt ?? '15:00') : (app.readyAt ?? '09:30')
  const until = minuteOfDay(now) < minutesOf(readyAt) ? yesterday - 1 : yesterday
  if (to > until) throw new Refusal(61503)
  return { from, to, until }
}
