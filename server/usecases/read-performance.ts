import type { PerformanceModule } from '../../src/contract/performance.ts'
import { type Day, type Period, yesterdayOf } from '../../src/contract/periods.ts'
import type { PerformanceAnswer } from '../../src/contract/report-performance.ts'
import { performanceData } from '../domain/performance-data.ts'
import { blocksOf } from '../domain/report-periods.ts'
import type { Clock } from '../ports/clock.ts'
import type { PeriodReader } from './read-periods.ts'
import { type Timed, timedAnswer } from './timed-answer.ts'

export interface PerformanceQuestion {
  appid: string
  from: Day
  to: Day
  module: PerformanceModule
}

/** 性能. WeChat answers at most thirty days at a time; they are asked in fixed blocks, so that a closed one is asked once. */
export async function readPerformance(
  { reader, clock }: { reader: PeriodReader; clock: Clock },
  question: PerformanceQuestion,
  days: Period[],
): Promise<Timed<PerformanceAnswer>> {
  const { appid, from, to, module } = question
  const report = `performance.${module}` as const
  const blocks = await reader.read(appid, report, blocksOf(report, from, to, clock.now()))
  const names = days.map(day => day.from)
  return timedAnswer('performance', question, blocks, performanceData(module, names, blocks, yesterdayOf(clock.now())))
}
