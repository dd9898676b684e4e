import { addDays, type Day } from '../../src/contract/periods.ts'

/** The days of a sparkline, oldest first. */
export const sparkDays = (date: Day, count: number): Day[] =>
  Array.from({ length: count }, (_, index) => addDays(date, index + 1 - count))
