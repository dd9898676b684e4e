import type { Period } from '../../src/contract/periods.ts'

const digits = (value: unknown): string => String(value).replace(/\D/g, '')

/** `20170313`, `20170306-20170312`, `201702`, with or without dashes: compared by their digits. */
export function isOf(period: Period, refDate: unknown): boolean {
  return refDate === undefined || refDate === null || digits(refDate) === digits(period.name)
}

/** The same for a range, which WeChat also names by its first or last day alone, or by both where they are one. */
export const isOfRange = (period: Period, refDate: unknown): boolean =>
  isOf(period, refDate) ||
  [period.from, period.to, period.from + period.to].some(day => digits(day) === digits(refDate))
