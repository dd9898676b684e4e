import type { Period } from '../../../src/contract/periods.ts'
import type { RetentionAnswer } from '../../../src/contract/report-retention.ts'
import { retentionKeys } from '../../../src/contract/retention.ts'
import { isKnown, statedOf } from '../../domain/collector/horizon.ts'
import { retentionData } from '../../domain/retention-data.ts'
import type { CohortCounts } from '../../ports/event-reports.ts'
import { cohortReports, type RetentionQuestion } from '../read-retention.ts'
import type { Timed } from '../timed-answer.ts'
import { type CollectorDeps, collectorAnswer, readHorizon, statedAll } from './deps.ts'

const noCohorts = { new: [], active: [] }

/** 留存分析 of our own events: whoever is not there on a day that is over did not come. */
export async function collectedRetention(
  deps: CollectorDeps,
  question: RetentionQuestion,
  periods: Period[],
): Promise<Timed<RetentionAnswer>> {
  const { appid, granularity = 'day', cohort = 'new' } = question
  const keys = retentionKeys[granularity]
  const ask = { granularity, cohort, periods: periods.map(({ from }) => from), keys }
  const horizon = await readHorizon(deps, appid, periods.at(-1)?.to ?? question.to)
  const counted = await deps.counts.cohorts(appid, ask)
  const cohorts = new Map(counted.map(one => [one.period, one]))
  const now = deps.clock.now()
  const readings = periods.map(period => {
    const counts = isKnown(period, horizon) ? cohorts.get(period.from) : undefined
    const rows = counts ? { ...noCohorts, [cohort]: keyedValues(counts, keys) } : null
    // what is read now knows all that is over
    return { ...statedOf(period, horizon), period, rows, fetchedAt: now }
  })
  const data = retentionData(cohortReports[granularity], readings, cohort, now)
  return collectorAnswer('retention', question, statedAll(periods, horizon), data, horizon)
}

/** A key that the counters do not name is nobody, which is no gap: its period decides whether it is told. */
function keyedValues({ size, counts }: CohortCounts, keys: readonly number[]) {
  const known = new Map(counts.map(({ key, people }) => [key, people]))
  return keys.map(key => ({ key, value: key === 0 ? size : (known.get(key) ?? 0) }))
}
