import { backfillPlan, inOrder, isForBackfill, nextOf, quotaDay } from '../domain/backfill-plan.ts'
import { UNSUPPORTED_PERIODS } from '../domain/backfill-progress.ts'
import type { DatacubeReport } from '../domain/datacube.ts'
import { isRefusal } from '../domain/finality.ts'
import { UNSUPPORTED_MS } from '../domain/lifetimes.ts'
import type { Apps, BoundApp } from '../ports/apps.ts'
import type { Clock } from '../ports/clock.ts'
import type { Leases } from '../ports/leases.ts'
import type { Attention } from './attention.ts'
import type { FetchResult, PeriodFetcher } from './fetch-periods.ts'
import type { DueJob, PeriodReader } from './read-periods.ts'
import type { QuotaWatch } from './watch-quota.ts'

export interface BackfillDeps {
  apps: Pick<Apps, 'find' | 'all'>
  reader: PeriodReader
  fetcher: PeriodFetcher
  quota: QuotaWatch
  leases: Leases
  clock: Clock
  attention: Pick<Attention, 'of'>
  /** Names this instance. */
  holder: string
}

/** How a pass ended, and when (epoch ms) another one is worth while. */
export interface BackfillEnd {
  end: 'done' | 'elsewhere' | 'unbound' | 'stopped' | 'quota' | 'refused' | 'failed' | 'unsupported' | 'unkept'
  until: number
}

const MINUTE = 60_000
/** At most this many calls at a time. */
const WIDTH = 3
const LEASE_MS = 2 * MINUTE
/** Held for so long, the lease is prolonged with the next call. */
const RENEW_MS = LEASE_MS / 4
/** Nothing is left to do: look again, for gaps that readers or a night without power left. */
const DONE_PAUSE_MS = 30 * MINUTE
/** The admin must mend something; WeChat's own whitelist tells nobody, so that we look again by ourselves. */
const REFUSED_PAUSE_MS = 30 * MINUTE
const FAILED_PAUSE_MS = 5 * MINUTE
/** Our database takes nothing: until there is room again, each call is one for nothing. */
const UNKEPT_PAUSE_MS = MINUTE
/** As many failures in a row, and WeChat has a bad day. */
const FAILURES_IN_A_ROW = 6

type Item = DueJob & { report: DatacubeReport }

/**
 * One pass of the backfill of an app: what the archive says is missing, by worth and newest first, three calls at a
 * time and none while a reader waits. Nothing but the archive remembers how far it came, so that a pass after a restart
 * goes on where the last one stood.
 */
export async function backfillApp(deps: BackfillDeps, appid: string, isStopping: () => boolean): Promise<BackfillEnd> {
  const { apps, fetcher, leases, clock, holder } = deps
  const lease = `backfill ${appid}`
  let heldAt = Number.NEGATIVE_INFINITY
  const hold = async () => {
    const now = clock.now()
    if (now >= heldAt && now < heldAt + RENEW_MS) return true
    const isHeld = await leases.claim(lease, holder, now, now + LEASE_MS)
    if (isHeld) heldAt = now
    return isHeld
  }
  const app = await apps.find(appid)
  if (!app) return { end: 'unbound', until: Number.POSITIVE_INFINITY }
  await fetcher.readersDone()
  if (!(await hold())) return { end: 'elsewhere', until: clock.now() + LEASE_MS }
  try {
    const items = await missing(deps, app)
    const end = await work(deps, appid, items, async () => {
      if (isStopping()) return 'stopped'
      if (!(await apps.find(appid))) return 'unbound'
      return (await hold()) ? null : 'elsewhere'
    })
    return { end, until: nextPass(end, clock.now()) }
  } finally {
    await leases.release(lease, holder)
  }
}

async function missing({ reader, clock }: BackfillDeps, app: BoundApp): Promise<Item[]> {
  const now = clock.now()
  const reports = await Promise.all(
    backfillPlan(now).map(async ({ report, periods }) => {
      const due = await reader.due(app.appid, report, periods)
      return due.map(job => ({ ...job, report }))
    }),
  )
  return inOrder(reports.flat().filter(item => isForBackfill(item, app.boundAt, now)))
}

type End = BackfillEnd['end']

/** Three workers on one list; the first reason to end stops all. */
async function work(
  { fetcher, quota, attention }: BackfillDeps,
  appid: string,
  items: Item[],
  reasonToEnd: () => Promise<End | null>,
): Promise<End> {
  const waiting = [...items]
  const next = () => waiting.splice(nextOf(waiting, attention.of(appid)), 1)[0]
  let end: End | null = null
  const unsupported = new Map<DatacubeReport, number>()
  const isUnsupported = (report: DatacubeReport) => (unsupported.get(report) ?? 0) >= UNSUPPORTED_PERIODS
  let failures = 0
  let inARow = 0
  const worker = async () => {
    for (let item = next(); item; item = next()) {
      if (isUnsupported(item.report)) continue
      await fetcher.readersDone()
      end ??= await reasonToEnd()
      if (end === null && !(await quota.take(appid))) end = 'quota'
      if (end !== null) return
      const [result] = await Promise.all(fetcher.fetch(appid, item.report, [item], 'backfill'))
      if (result === 'unsupported') unsupported.set(item.report, (unsupported.get(item.report) ?? 0) + 1)
      const isFailure = result === 'failed' || result === 'throttled'
      if (isFailure) failures += 1
      inARow = isFailure ? inARow + 1 : 0
      end ??= endAfter(result) ?? (inARow >= FAILURES_IN_A_ROW ? 'failed' : null)
    }
  }
  await Promise.all(Array.from({ length: WIDTH }, worker))
  if (end !== null || failures > 0) return end ?? 'failed'
  return items.some(item => isUnsupported(item.report)) ? 'unsupported' : 'done'
}

function endAfter(result: FetchResult | undefined): End | null {
  if (result === 'quota' || result === 'unkept') return result
  if (result === undefined || result === 'elsewhere' || result === 'known' || result === 'full') return null
  return isRefusal(result) ? 'refused' : null
}

function nextPass(end: End, now: number): number {
  if (end === 'quota') return quotaDay(now).endsAt
  if (end === 'unbound') return Number.POSITIVE_INFINITY
  if (end === 'elsewhere') return now + LEASE_MS
  if (end === 'unkept') return now + UNKEPT_PAUSE_MS
  if (end === 'refused') return now + REFUSED_PAUSE_MS
  if (end === 'unsupported') return now + UNSUPPORTED_MS
  return now + (end === 'failed' ? FAILED_PAUSE_MS : DONE_PAUSE_MS)
}
