import type { EventReports } from '../../../ports/event-reports.ts'
import type { Log } from '../../../ports/log.ts'
import type { DuckdbOptions } from '../duckdb/database.ts'
import { lineOf } from '../journaled-batch.ts'
import type { JournaledEngine } from '../journaled-ingest.ts'
import { EngineClient } from './engine-client.ts'
import type { Channel } from './methods.ts'

export interface EngineApartOptions extends DuckdbOptions {
  start(): Channel
  log: Pick<Log, 'error'>
  /** Questions that only read are given up after so long. */
  readWithinMs?: number
  pulseEveryMs?: number
  /** There is nothing to be read of it: it is opened while the first events come into the journal. */
  isNew?: boolean
}

/** An engine in a process of its own: what it works never stands before whoever answers requests. */
export async function openEngineApart({
  start,
  log,
  readWithinMs,
  pulseEveryMs,
  isNew = false,
  ...options
}: EngineApartOptions): Promise<JournaledEngine> {
  const versions = new Map<string, Promise<number>>()
  const client = new EngineClient({
    start,
    options,
    log,
    onLost: () => versions.clear(),
    ...(readWithinMs && { readWithinMs }),
    ...(pulseEveryMs && { pulseEveryMs }),
  })
  const opening = client.open()
  // of what keeps a new one from being opened, whoever brings the first events into it will tell
  if (isNew) opening.catch(() => {})
  else await opening
  return {
    async insert(batches, isNew = () => false) {
      const doubtful = batches.flatMap((batch, place) => (isNew(batch) ? [] : [place]))
      await client.ask('insert', batches.map(lineOf).join('\n'), doubtful)
    },
    async *names(receivedSince) {
      for (let isFirst = true; ; isFirst = false) {
        const part = await client.ask('names', receivedSince, isFirst)
        if (!part) return
        yield part
      }
    },
    async count(now, lengths) {
      const counted = await client.ask('count', now, lengths)
      for (const appid of counted.appids) versions.delete(appid)
      return counted
    },
    async rebuild(now) {
      await client.ask('rebuild', now)
      versions.clear()
    },
    receipts: names => client.ask('receipts', names),
    expire: before => client.ask('expire', before),
    erase: appid => client.ask('erase', appid),
    eraseVisitor: (appid, visitor) => client.ask('eraseVisitor', appid, visitor),
    recent: (appid, limit) => client.ask('recent', appid, limit),
    reports: reportsOf(client, versions),
    close: () => client.close(),
  }
}

/** @param versions those that were read since the last count: every report asks for one, most often for nothing else */
function reportsOf(client: EngineClient, versions: Map<string, Promise<number>>): EventReports {
  function version(appid: string): Promise<number> {
    const known = versions.get(appid)
    if (known) return known
    const asking = client.ask('version', appid)
    versions.set(appid, asking)
    asking.catch(() => versions.delete(appid))
    return asking
  }
  return {
    firstDay: appid => client.ask('firstDay', appid),
    visits: (appid, granularity, periods) => client.ask('visits', appid, granularity, periods),
    scenes: (appid, from, to) => client.ask('scenes', appid, from, to),
    sourcePeople: (appid, from, to) => client.ask('sourcePeople', appid, from, to),
    engagement: (appid, from, to) => client.ask('engagement', appid, from, to),
    pages: (appid, from, to) => client.ask('pages', appid, from, to),
    cohorts: (appid, question) => client.ask('cohorts', appid, question),
    devices: (appid, from, to, users) => client.ask('devices', appid, from, to, users),
    curve: (appid, question) => client.ask('curve', appid, question),
    activeUsers: (appid, now) => client.ask('activeUsers', appid, now),
    countedAt: appid => client.ask('countedAt', appid),
    dayStanding: (appid, to) => client.ask('dayStanding', appid, to),
    version,
  }
}
