import {
  addDays,
  countDays,
  type Day,
  latestFinished,
  type Period,
  periodOf,
  shiftPeriod,
  yesterdayOf,
} from '../../src/contract/periods.ts'
import { type DatacubeReport, reportOf } from './datacube.ts'

/** The days of all blocks are counted from here. */
const FIRST_BLOCK = '2017-01-01'

const rolling = (to: Day, days: number): Period => {
  const from = addDays(to, 1 - days)
  return { name: days === 1 ? to : `${from}/${to}`, from, to }
}

/** The block of `size` days that holds a day, as far as `last`. */
function blockOf(day: Day, size: number, last: Day): Period {
  const from = addDays(FIRST_BLOCK, Math.floor((countDays(FIRST_BLOCK, day) - 1) / size) * size)
  const end = addDays(from, size - 1)
  const to = end < last ? end : last
  return { name: `${from}/${to}`, from, to }
}

/** The period that one call of a report covers: the one that holds the day, or the range that ends with it. */
export function reportPeriod(report: DatacubeReport, day: Day): Period {
  const { granularity, days } = reportOf(report)
  return days === undefined ? periodOf(granularity, day) : rolling(day, days)
}

/** The newest period of a report that has ended at `now`. */
export function newestPeriod(report: DatacubeReport, now: number): Period {
  const { granularity, days } = reportOf(report)
  return days === undefined ? latestFinished(granularity, now) : rolling(yesterdayOf(now), days)
}

/** The period `count` steps later (earlier when negative). */
export function shiftReportPeriod(report: DatacubeReport, period: Period, count: number): Period {
  const { granularity, days } = reportOf(report)
  return days === undefined ? shiftPeriod(granularity, period, count) : rolling(addDays(period.to, count), days)
}

/** The blocks that hold the days from `from` to `to`, oldest first; the newest goes as far as yesterday. */
export function blocksOf(report: DatacubeReport, from: Day, to: Day, now: number): Period[] {
  const size = reportOf(report).block ?? 1
  const blocks: Period[] = []
  for (let day = from; day <= to; ) {
    const block = blockOf(day, size, yesterdayOf(now))
    blocks.push(block)
    day = addDays(block.from, size)
  }
  return blocks
}
