import type { Day, Period } from '../../src/contract/periods.ts'
import { type RangeQuery, type Ranges, rangesOf, type Source } from '../domain/ranges.ts'
import { ProblemError } from '../errors.ts'

/** @throws ProblemError `invalid` with every fault of the range. */
export function checkRange(query: RangeQuery, now: number, source: Source = 'wechat'): Ranges {
  const checked = rangesOf(query, now, source)
  if ('issues' in checked) throw new ProblemError('invalid', { issues: checked.issues })
  return checked.ranges
}

/** The days of a range. @throws ProblemError `invalid` with every fault of it. */
export const checkDays = ({ from, to }: { from: Day; to: Day }, now: number, source: Source = 'wechat'): Period[] =>
  checkRange({ from, to, granularity: 'day' }, now, source).periods
