import type { PerformanceModule } from '../../src/contract/performance.ts'
import type { Day, Period } from '../../src/contract/periods.ts'
import type { PerformanceData } from '../../src/contract/report-performance.ts'
import type { ReportState } from '../../src/contract/report-states.ts'
import type { PerformanceLine } from './performance.ts'

/** What is known of one block of days. */
export interface BlockReading {
  period: Period
  state: ReportState
  rows: PerformanceLine[] | null
  /** When WeChat answered, epoch ms; null: it never did. */
  fetchedAt: number | null
}

interface Series {
  id: string
  name: string
  line: number
  values: Map<Day, number>
}

/** The lines of all blocks, each line once, in the order of the answers. */
function seriesOf(blocks: readonly BlockReading[]): Series[] {
  const series = new Map<string, Series>()
  for (const { id, name, line, values } of blocks.flatMap(({ rows }) => rows ?? [])) {
    const key = `${line} ${id}`
    const known = series.get(key)?.values ?? []
    series.set(key, { id, name, line, values: new Map([...known, ...values]) })
  }
  return [...series.values()]
}

/**
 * 性能: each measure over the days of the range; a day without a number is no zero. Where WeChat answered and gave nothing,
 * only its newest day may still come: of an app that ended nobody waits for the others.
 * @param newest the newest day that WeChat can be asked about
 */
export function performanceData(
  module: PerformanceModule,
  days: readonly Day[],
  blocks: readonly BlockReading[],
  newest: Day,
): PerformanceData {
  const series = seriesOf(blocks)
  const stateOf = (day: Day): ReportState => {
    const block = blocks.find(({ period }) => period.from <= day && day <= period.to)
    if (!block) return 'missing'
    const isComputed = block.state === 'not_ready' && block.fetchedAt !== null && day < newest
    const isEmpty = isComputed || (block.rows && !series.some(({ values }) => values.has(day)))
    return isEmpty ? 'missing' : block.state
  }
  return {
    module,
    series: series.map(({ values, ...line }) => ({
      ...line,
      points: days.map(date => ({ date, value: values.get(date) ?? null })),
    })),
    byDay: days.map(date => ({ date, state: stateOf(date) })),
  }
}
