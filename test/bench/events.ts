import { statSync } from 'node:fs'
import path from 'node:path'
import { openDuckdbEngine } from '../../server/adapters/events/duckdb/engine.ts'
import type { EventEngine } from '../../server/adapters/events/engine.ts'
import { temporaryFolder } from '../support/server-process.ts'
import { type Read, readsOf, timeReads } from './event-reads.ts'
import { TRAFFIC_DAYS, traffic } from './event-traffic.ts'
import { type Figure, figure, median } from './table.ts'

const MILLION = 1_000_000
const LAST = '2026-07-31'
const BATCHES_AT_ONCE = 500
const TURNS = 50
/** `npm run bench -- events --ten-million`: a quarter of an hour and two gigabytes more. */
export const TEN_MILLION = '--ten-million'

const ms = (value: number) => `${value.toFixed(1)} ms`
const show = (value: number) => `${value.toFixed(0)} bytes`
const nameOf = (count: number) => `${count / MILLION} M events`
const rate = (value: number) => `${Math.round(value).toLocaleString('en')}/s`

/** Reads, making anew and bytes of the event store, in process, one thread for DuckDB. */
export async function events(): Promise<Figure[]> {
  const small = await measureAll(MILLION)
  if (!process.argv.includes(TEN_MILLION)) return small.figures
  const large = await measureAll(10 * MILLION)
  const { said: busy } = await withTraffic(10 * MILLION, 1, measureDay)
  const growth = large.yesterday / small.yesterday
  const how = `${ms(large.yesterday)} with 10 M against ${ms(small.yesterday)} with 1 M`
  const times = (value: number) => `${value.toFixed(2)} ×`
  return [
    ...small.figures,
    ...large.figures,
    ...busy,
    figure('yesterday with three comparisons, 10 M beside 1 M events', growth, { atMost: 1.5 }, times, how),
  ]
}

interface Filled {
  engine: EventEngine
  count: number
}

/** @returns what the work said, and how large the store was when it was closed */
async function withTraffic<T>(count: number, days: number, work: (filled: Filled) => Promise<T>) {
  const data = await temporaryFolder()
  try {
    const file = path.join(data.folder, 'events.duckdb')
    const engine = await openDuckdbEngine({ file, memoryLimitMb: 1024, threads: 1 })
    try {
      for (const batches of traffic(count, days, LAST)) {
        for (let from = 0; from < batches.length; from += BATCHES_AT_ONCE) {
          await engine.insert(batches.slice(from, from + BATCHES_AT_ONCE))
        }
      }
      const said = await work({ engine, count })
      await engine.close()
      return { said, bytes: statSync(file).size }
    } catch (error) {
      await engine.close()
      throw error
    }
  } finally {
    await data.remove()
  }
}

async function measureAll(count: number) {
  const { said, bytes } = await withTraffic(count, TRAFFIC_DAYS, measure)
  const stored = figure(
    `stored, ${nameOf(count)}`,
    bytes / count,
    { atMost: 98 },
    show,
    'an event, everything included',
  )
  return { yesterday: said.yesterday, figures: [...said.figures, stored] }
}

async function measure({ engine, count }: Filled): Promise<{ figures: Figure[]; yesterday: number }> {
  const name = nameOf(count)
  const reads = readsOf(LAST)
  const anew = await rebuild(engine, count, name)
  const read = (title: string, of: Read, atMost: number) =>
    readFigure(engine, { title: `${title}, ${name}`, of, atMost })
  const yesterday = median(await timeReads(engine.reports, reads.yesterday, TURNS))
  const how = `median of ${TURNS}, each another app or day`
  const figures = [
    figure(`yesterday with three comparisons, ${name}`, yesterday, { atMost: 1.2 }, ms, how),
    await read('30-day trend', reads.trend, 3.2),
    await read('top pages of 30 days with exact people', reads.pages, 15),
    await read('curve of a day, 5 min', reads.curve5, 5),
    await read('curve of a day, 1 min', reads.curve1, 12),
    await read('retention, 30 days × (1–7, 14, 30)', reads.retention, 12),
    await read('the same out of who came on which day', reads.retentionOfPeople, 400),
    anew,
  ]
  return { yesterday, figures }
}

async function measureDay({ engine, count }: Filled): Promise<Figure[]> {
  const reads = readsOf(LAST)
  const name = `a day of ${count / MILLION} M events`
  await engine.rebuild(0)
  return [
    await readFigure(engine, { title: `curve of ${name}, 5 min, all pages`, of: reads.lastDay5, atMost: 5 }),
    await readFigure(engine, { title: `curve of ${name}, 1 min, all pages`, of: reads.lastDay1, atMost: 12 }),
  ]
}

async function readFigure(engine: EventEngine, ask: { title: string; of: Read; atMost: number }): Promise<Figure> {
  const spent = await timeReads(engine.reports, ask.of, TURNS)
  return figure(ask.title, median(spent), { atMost: ask.atMost }, ms, `median of ${TURNS}, each another app or day`)
}

async function rebuild(engine: EventEngine, count: number, name: string): Promise<Figure> {
  const cpu = process.cpuUsage()
  const began = performance.now()
  await engine.rebuild(0)
  const spent = performance.now() - began
  const { user, system } = process.cpuUsage(cpu)
  const byProcessor = rate((count / (user + system)) * 1e6)
  return figure(
    `all counters anew from ${name}`,
    (count / spent) * 1000,
    { atLeast: 420_000 },
    rate,
    `${byProcessor} of processor time`,
  )
}
