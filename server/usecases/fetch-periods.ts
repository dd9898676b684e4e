import type { Period } from '../../src/contract/periods.ts'
import { answeredOf, outcomeOf } from '../domain/answered.ts'
import type { DatacubeReport } from '../domain/datacube.ts'
import { type Known, type Ruling, rule } from '../domain/finality.ts'
import { isSameAnswer } from '../domain/same-answer.ts'
import { UpstreamError } from '../domain/upstream.ts'
import type { Answered, Archive, Attempt, AttemptOutcome } from '../ports/archive.ts'
import type { Clock } from '../ports/clock.ts'
import type { Datacube, Lane } from '../ports/wechat.ts'
import { createUnwritten } from './unwritten-attempts.ts'

/** A period to ask for; `recheck` is the second question about an empty one. */
export interface FetchJob {
  period: Period
  recheck: boolean
}

/** `elsewhere`: another instance asks. `known`: the answer was there already. `full`: too many calls wait here. */
export type FetchResult = AttemptOutcome | 'elsewhere' | 'known' | 'full'

export interface FetcherDeps {
  archive: Archive
  datacube: Datacube
  clock: Clock
  /** Told about failures that are no answer of WeChat's: ours to mend. */
  onError(error: unknown): void
}

export interface PeriodFetcher {
  /** Asks for what nobody asks for yet, in the order given; joins the calls that are under way. */
  fetch(appid: string, report: DatacubeReport, jobs: FetchJob[], lane: Lane): Promise<FetchResult>[]
  /** The ruling on a period, with what is known here about the app's account. */
  rule(appid: string, report: DatacubeReport, period: Period, entry: Known | null, surrounded: boolean): Ruling
  /** The admin mended the account: refusals so far no longer count. */
  wake(appid: string): void
  /** Settles when what readers wait for at this moment has come, whatever their app: all share one database. */
  readersDone(): Promise<void>
  /** Settles when no call is under way; for shutdown. */
  drain(): Promise<void>
}

/** Calls of one batch that may wait in the upstream client at once: other readers get in between. */
const BATCH_WIDTH = 20
/** Periods under way in this process. */
const MAX_FLIGHTS = 4_000
/** A claim outlives the slowest call: three tries of five seconds, and the queue before it. */
const CLAIM_MS = 20_000
const CLAIM_MS_PER_PERIOD = 500

/** Fetches periods into the archive: one upstream call per period, however many ask, on however many instances. */
export function createPeriodFetcher({ archive, datacube, clock, onError }: FetcherDeps): PeriodFetcher {
  const flights = new Map<string, Promise<FetchResult>>()
  const readers = new Set<Promise<FetchResult>>()
  const mended = new Map<string, number>()

  const unwritten = createUnwritten(MAX_FLIGHTS)
  const ruleOn: PeriodFetcher['rule'] = (appid, report, period, entry, surrounded) => {
    const known = unwritten.applyTo(entry, { appid, report, period: period.name })
    return rule(report, period, known, clock.now(), { surrounded, mendedAt: mended.get(appid) })
  }

  /** Asks once and keeps what came; what says the same as `before` in another order is no other answer. */
  async function ask(
    appid: string,
    report: DatacubeReport,
    job: FetchJob,
    lane: Lane,
    before: string | null,
  ): Promise<FetchResult> {
    const { period, recheck } = job
    const askedAt = clock.now()
    try {
      const said = await datacube.ask({ appid, report, from: period.from, to: period.to }, lane)
      const text = before !== null && isSameAnswer(before, said) ? before : said
      return await keep(answeredOf(appid, report, period, text, { askedAt, fetchedAt: clock.now() }, recheck))
    } catch (error) {
      if (!(error instanceof UpstreamError)) onError(error)
      const outcome = outcomeOf(error)
      await note({ appid, report, period: period.name, at: clock.now(), outcome })
      return outcome
    }
  }

  /** Our own database failing is no failure of WeChat's. */
  async function keep(answered: Answered): Promise<'answered' | 'unkept'> {
    try {
      await archive.keep(answered)
      return 'answered'
    } catch (error) {
      onError(error)
      const { appid, report, period } = answered
      await note({ appid, report, period, at: clock.now(), outcome: 'unkept' })
      return 'unkept'
    }
  }

  /** A note that cannot be written must not stop the calls after it; this process remembers that. */
  async function note(attempt: Attempt): Promise<void> {
    try {
      await archive.note(attempt)
    } catch (error) {
      onError(error)
      unwritten.add({ ...attempt, outcome: 'unkept' })
    }
  }

  /** Claims a batch and looks again: an answer that came between look and claim is not asked for a second time. */
  async function run(
    appid: string,
    report: DatacubeReport,
    jobs: FetchJob[],
    lane: Lane,
    settle: (job: FetchJob, result: FetchResult) => void,
  ): Promise<void> {
    const now = clock.now()
    const names = jobs.map(job => job.period.name)
    const until = now + CLAIM_MS + CLAIM_MS_PER_PERIOD * jobs.length
    const claimed = new Set(await archive.claim(appid, report, names, now, until))
    const entries = await archive.read(appid, report, [...claimed])
    const known = new Map(entries.map(entry => [entry.period, entry]))
    const wanted: FetchJob[] = []
    for (const job of jobs) {
      const { name } = job.period
      if (!claimed.has(name)) settle(job, 'elsewhere')
      else if (ruleOn(appid, report, job.period, known.get(name) ?? null, job.recheck).action !== 'fetch')
        settle(job, 'known')
      else wanted.push(job)
    }
    const queue = wanted.values()
    const work = async () => {
      for (const job of queue)
        settle(job, await ask(appid, report, job, lane, known.get(job.period.name)?.answer ?? null))
    }
    await Promise.all(Array.from({ length: BATCH_WIDTH }, work))
  }

  function noteReader(flight: Promise<FetchResult>): void {
    readers.add(flight)
    void flight.then(() => readers.delete(flight))
  }

  return {
    rule: ruleOn,
    fetch(appid, report, jobs, lane) {
      const starting = new Map<FetchJob, (result: FetchResult) => void>()
      const settle = (job: FetchJob, result: FetchResult) => {
        starting.get(job)?.(result)
        starting.delete(job)
      }
      const results = jobs.map(job => {
        const key = `${appid} ${report} ${job.period.name}`
        const flight = flights.get(key)
        if (flight) return flight
        if (flights.size >= MAX_FLIGHTS) return Promise.resolve<FetchResult>('full')
        const started = new Promise<FetchResult>(resolve => {
          starting.set(job, result => {
            flights.delete(key)
            resolve(result)
          })
        })
        flights.set(key, started)
        if (lane === 'reader') noteReader(started)
        return started
      })
      if (starting.size > 0) {
        run(appid, report, [...starting.keys()], lane, settle).catch(error => {
          onError(error)
          for (const job of [...starting.keys()]) {
            unwritten.add({ appid, report, period: job.period.name, at: clock.now(), outcome: 'unkept' })
            settle(job, 'unkept')
          }
        })
      }
      return results
    },
    wake: appid => {
      mended.set(appid, clock.now())
    },
    async readersDone() {
      await Promise.all(readers)
    },
    async drain() {
      while (flights.size > 0) await Promise.all(flights.values())
    },
  }
}
