import { type DatacubeReport, familyOf, type ReportFamily } from '../domain/datacube.ts'
import { dueQuestions, olderQuestions } from '../domain/schedule.ts'
import type { Clock } from '../ports/clock.ts'
import type { PeriodFetcher } from './fetch-periods.ts'
import type { DueJob, PeriodReader } from './read-periods.ts'

/**
 * Asks for the newest periods of an app that are not settled, one report after the other; readers go first. Where WeChat
 * is not ready for one report, its kin is not either and waits for the next turn.
 */
export async function syncDaily(
  { reader, fetcher, clock }: { reader: PeriodReader; fetcher: PeriodFetcher; clock: Clock },
  appid: string,
): Promise<void> {
  const now = clock.now()
  const notReady = new Set<ReportFamily>()
  const ask = (report: DatacubeReport, jobs: DueJob[]) => Promise.all(fetcher.fetch(appid, report, jobs, 'backfill'))
  for (const { report, period } of dueQuestions(now)) {
    const family = familyOf(report)
    if (!notReady.has(family)) {
      await ask(report, await reader.due(appid, report, [period]))
      // whoever asked, the backfill or a reader a moment ago included
      const [newest] = await reader.read(appid, report, [period], { archiveOnly: true })
      if (newest?.state === 'not_ready') notReady.add(family)
    }
    const older = await reader.due(appid, report, olderQuestions(report, now))
    if (family === 'portrait') await ask(report, older)
    // a cohort that was never read, or that failed, is the backfill's
    else if (!notReady.has(family)) {
      await ask(
        report,
        older.filter(({ outcome }) => outcome === 'answered'),
      )
    }
  }
}
