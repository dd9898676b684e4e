import { parseDay } from '../calendar.ts'
import type { TrafficModel } from './model.ts'

/** First days of the moving holidays, 2021 … 2028, as the lunar calendar gives them: spring festival, dragon boat, mid-autumn. */
const spring = ['20210212', '20220201', '20230122', '20240210', '20250129', '20260217', '20270206', '20280126']
const dragonBoat = ['20210614', '20220603', '20230622', '20240610', '20250531', '20260619', '20270609', '20280528']
const midAutumn = ['20210921', '20220910', '20230929', '20240917', '20251006', '20260925', '20270915', '20281003']
/** Fixed ones, month and day. */
const fixed: readonly (readonly [string, Holiday, number])[] = [
  ['0101', 'short', 1],
  ['0404', 'short', 3],
  ['0501', 'long', 5],
  ['1001', 'long', 7],
]

type Holiday = 'before' | 'spring' | 'short' | 'long'

const factors: Record<TrafficModel['holidays'], Record<Holiday, number>> = {
  shopping: { before: 1.38, spring: 0.62, short: 1.14, long: 1.09 },
  leisure: { before: 1.02, spring: 1.46, short: 1.31, long: 1.52 },
  office: { before: 0.86, spring: 0.24, short: 0.48, long: 0.36 },
  none: { before: 1, spring: 1, short: 1, long: 1 },
}

const byDay = new Map<number, Holiday>()

function mark(first: number | null, length: number, holiday: Holiday) {
  if (first === null) return
  for (let offset = 0; offset < length; offset++) byDay.set(first + offset, holiday)
}

for (let year = 2016; year <= 2040; year++) {
  for (const [monthDay, holiday, length] of fixed) mark(parseDay(`${year}${monthDay}`), length, holiday)
}
for (const first of dragonBoat) mark(parseDay(first), 3, 'short')
for (const first of midAutumn) mark(parseDay(first), 3, 'short')
for (const first of spring) {
  const day = parseDay(first) ?? 0
  mark(day - 9, 8, 'before')
  mark(day - 1, 7, 'spring')
}

/** How much a day's holiday (or the days before the spring festival) moves visits; 1 on a plain day. */
export function holidayFactor(day: number, taste: TrafficModel['holidays']): number {
  const holiday = byDay.get(day)
  return holiday ? factors[taste][holiday] : 1
}
