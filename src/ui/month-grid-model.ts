/** Months as `YYYY-MM`, days as `YYYY-MM-DD`; weeks begin on Monday. */

const pad = (value: number) => String(value).padStart(2, '0')

function parts(month: string): [year: number, month: number] {
  const [year = 1970, index = 1] = month.split('-').map(Number)
  return [year, index]
}

/** The month that a day lies in. */
export function monthOf(day: string): string {
  return day.slice(0, 7)
}

/** The month so many months later; earlier when negative. */
export function shiftMonth(month: string, by: number): string {
  const [year, index] = parts(month)
  const total = year * 12 + (index - 1) + by
  return `${Math.floor(total / 12)}-${pad((((total % 12) + 12) % 12) + 1)}`
}

/** A day of a month by its number. */
export const dayOf = (month: string, number: number): string => `${month}-${pad(number)}`

/** How many days a month has, and in which column, 1 for Monday, its first stands. */
export function monthDays(month: string): { column: number; length: number } {
  const [year, index] = parts(month)
  return {
    column: ((new Date(Date.UTC(year, index - 1, 1)).getUTCDay() + 6) % 7) + 1,
    length: new Date(Date.UTC(year, index, 0)).getUTCDate(),
  }
}

export interface DayRange {
  from: string
  to: string
}

/** The draft after a tap: the first tap begins anew, the second ends it; a tap before the beginning begins anew. */
export function pickDay(draft: DayRange, started: boolean, day: string): { range: DayRange; started: boolean } {
  if (started && day >= draft.from) return { range: { from: draft.from, to: day }, started: false }
  return { range: { from: day, to: day }, started: true }
}

/** Where a day lies in a range: at its start, end, both, inside, or null. */
export function dayPlace(range: DayRange, day: string): 'only' | 'start' | 'end' | 'inside' | null {
  if (day < range.from || day > range.to) return null
  if (range.from === range.to) return 'only'
  if (day === range.from) return 'start'
  return day === range.to ? 'end' : 'inside'
}
