import { type Day, startOfDay } from '../../../../src/contract/periods.ts'
import { DAY_MS, SHANGHAI_MS } from '../sql/time.ts'

/** Days since 1970, as the tables keep them. */
export const numberOfDay = (day: Day): number => (startOfDay(day) + SHANGHAI_MS) / DAY_MS

export const dayOfNumber = (number: number): Day => new Date(number * DAY_MS).toISOString().slice(0, 10)
