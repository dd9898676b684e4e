import { dueQuestions } from '../domain/schedule.ts'
import type { Clock } from '../ports/clock.ts'
import type { PeriodFetcher } from './fetch-periods.ts'
import type { PeriodReader } from './read-periods.ts'

/** Asks for the newest periods of an app that are not settled, one report after the other; readers go first. */
export async function syncDaily(
  { reader, fetcher, clock }: { reader: PeriodReader; fetcher: PeriodFetcher; clock: Clock },
  appid: string,
): Promise<void> {
  for (const { report, period } of dueQuestions(clock.now())) {
    const due = await reader.due(appid, report, [period])
    await Promise.all(fetcher.fetch(appid, report, due, 'backfill'))
  }
}
