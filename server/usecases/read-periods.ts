import type { Period } from '../../src/contract/periods.ts'
import type { ReportState } from '../../src/contract/report-states.ts'
import type { Reason } from '../../src/contract/reports.ts'
import type { DatacubeReport } from '../domain/datacube.ts'
import { type Ruling, wantsNeighbours } from '../domain/finality.ts'
import { surroundings } from '../domain/neighbours.ts'
import type { RowsOf } from '../domain/rows.ts'
import type { Archive, ArchiveEntry, AttemptOutcome } from '../ports/archive.ts'
import type { Clock } from '../ports/clock.ts'
import type { Pauses } from '../ports/pause.ts'
import type { Attention } from './attention.ts'
import type { FetchJob, FetchResult, PeriodFetcher } from './fetch-periods.ts'
import { createRowCache } from './row-cache.ts'

/** What can be said of one period of one report. */
export interface PeriodReading<Rows> {
  period: Period
  state: ReportState
  reason: Reason | null
  /** When the answer came, epoch ms. */
  fetchedAt: number | null
  /** `null` in every state that shows no numbers. */
  rows: Rows | null
  /** Epoch ms until which this stays true unless the archive changes. */
  until: number
  /** WeChat has answered otherwise before. */
  revised: boolean
}

export interface ReadOptions {
  /** At most this long for what is missing, ms; fetching goes on afterwards. */
  waitMs?: number
  /** Only what the archive holds; nothing is fetched. */
  archiveOnly?: boolean
}

export interface PeriodReader {
  /** One reading for each period, in the order asked. */
  read<R extends DatacubeReport>(
    appid: string,
    report: R,
    periods: Period[],
    options?: ReadOptions,
  ): Promise<PeriodReading<RowsOf<R>>[]>
  /** Those of the periods that rule 1 says are to be fetched now; nothing is fetched. */
  due(appid: string, report: DatacubeReport, periods: Period[]): Promise<DueJob[]>
}

/** A period to be fetched, and what the last attempt came to, if there was one. */
export interface DueJob extends FetchJob {
  outcome: AttemptOutcome | null
}

export interface ReaderDeps {
  archive: Archive
  fetcher: PeriodFetcher
  clock: Clock
  pauses: Pauses
  /** Told what people ask for. */
  attention: Pick<Attention, 'note'>
}

/** The longest that a reader waits for WeChat. */
export const READER_WAIT_MS = 5_000
/** How often the archive is looked at while another instance asks. */
const POLL_MS = 200

interface Look {
  period: Period
  entry: ArchiveEntry | null
  ruling: Ruling
}

/** Reads periods through the archive; fetches what rule 1 says is to be fetched and waits for it, but not for ever. */
export function createPeriodReader({ archive, fetcher, clock, pauses, attention }: ReaderDeps): PeriodReader {
  const rowCache = createRowCache()

  async function look(appid: string, report: DatacubeReport, periods: Period[]): Promise<Look[]> {
    const entries = await archive.read(
      appid,
      report,
      periods.map(period => period.name),
    )
    const known = new Map(entries.map(entry => [entry.period, entry]))
    const now = clock.now()
    const unsure = periods.some(period => {
      const entry = known.get(period.name)
      return entry !== undefined && wantsNeighbours(period, entry, now)
    })
    const isSurrounded = unsure
      ? await surroundings(report, periods, names => archive.read(appid, report, names))
      : () => false
    return periods.map(period => {
      const entry = known.get(period.name) ?? null
      return { period, entry, ruling: fetcher.rule(appid, report, period, entry, isSurrounded(period)) }
    })
  }

  /** Fetches until nothing is left to fetch or the time is over. What was tried here once is not tried again. */
  async function fill(appid: string, report: DatacubeReport, first: Look[], waitMs: number): Promise<Look[]> {
    const limit = pauses(waitMs)
    let over = waitMs <= 0
    const end = limit.done.then(() => {
      over = true
    })
    const tried = new Set<string>()
    let looks = first
    try {
      for (;;) {
        const jobs = jobsOf(looks, tried)
        if (jobs.length === 0) return looks
        const flights = Promise.all(fetcher.fetch(appid, report, jobs, 'reader'))
        const results = over ? null : await Promise.race([flights, end.then(() => null)])
        for (const [index, job] of jobs.entries()) {
          if (isTried(results?.[index])) tried.add(job.period.name)
        }
        if (results?.includes('elsewhere')) await pauseOrEnd(end)
        looks = await look(
          appid,
          report,
          first.map(({ period }) => period),
        )
        if (over || results === null) return looks
      }
    } finally {
      limit.cancel()
    }
  }

  async function pauseOrEnd(end: Promise<void>): Promise<void> {
    const poll = pauses(POLL_MS)
    await Promise.race([poll.done, end])
    poll.cancel()
  }

  return {
    async due(appid, report, periods) {
      const looks = await look(appid, report, periods)
      return looks
        .filter(({ ruling }) => ruling.action === 'fetch')
        .map(({ period, entry, ruling }) => ({ period, recheck: ruling.recheck, outcome: entry?.outcome ?? null }))
    },
    async read(appid, report, periods, { waitMs = READER_WAIT_MS, archiveOnly = false } = {}) {
      if (!archiveOnly) attention.note(appid, report)
      const first = await look(appid, report, periods)
      const looks = archiveOnly ? first : await fill(appid, report, first, waitMs)
      return looks.map(({ period, entry, ruling }) => {
        const { state, reason, until } = ruling
        const rows = entry && showsNumbers(state) ? rowCache.rowsOf(entry, report, period) : null
        const revised = entry?.revised ?? false
        return { period, state, reason, fetchedAt: entry?.fetchedAt ?? null, rows, until, revised }
      })
    },
  }
}

const showsNumbers = (state: ReportState): boolean => state === 'final' || state === 'provisional' || state === 'stale'

const isTried = (result: FetchResult | undefined): boolean => result !== undefined && result !== 'elsewhere'

/** Newest first: what is looked at most comes first. */
const jobsOf = (looks: Look[], tried: Set<string>) =>
  looks
    .filter(({ period, ruling }) => ruling.action === 'fetch' && !tried.has(period.name))
    .map(({ period, ruling }) => ({ period, recheck: ruling.recheck }))
    .sort((a, b) => (a.period.from < b.period.from ? 1 : -1))
