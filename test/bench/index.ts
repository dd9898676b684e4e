import { cpus, loadavg } from 'node:os'
import { access } from './access.ts'
import { coldTrend } from './cold-trend.ts'
import { collect } from './collect.ts'
import { events, TEN_MILLION } from './events.ts'
import { firstPaint } from './first-paint.ts'
import { overload } from './overload.ts'
import { writePerformancePage } from './performance-page.ts'
import { memoryAtRest, secondStart } from './start-and-rest.ts'
import { type Figure, markdownTable } from './table.ts'
import { upstreamCalls } from './upstream-calls.ts'
import { warmRanges } from './warm-ranges.ts'
import { warmReads } from './warm-reads.ts'

/**
 * `npm run bench`: each figure beside its limit, in one run of a few minutes; `npm run bench -- warm cold` runs a part,
 * `npm run bench -- --write` puts the whole table into `docs/performance.md`.
 */
const measures: Record<string, () => Promise<Figure[]>> = {
  warm: warmReads,
  ranges: warmRanges,
  calls: upstreamCalls,
  access,
  collect,
  overload,
  events,
  cold: coldTrend,
  paint: firstPaint,
  start: secondStart,
  memory: memoryAtRest,
}

const WRITE = '--write'
const isWritten = process.argv.includes(WRITE)
const asked = process.argv.slice(2).filter(argument => argument !== WRITE && argument !== TEN_MILLION)
if (isWritten && asked.length > 0) throw new Error('only a whole run is written down')
const unknown = asked.filter(name => !(name in measures))
if (unknown.length > 0)
  throw new Error(`there is no ${unknown.join(', ')}; there are ${Object.keys(measures).join(', ')}`)

const day = new Date().toISOString().slice(0, 10)
const load = (loadavg()[0] ?? 0).toFixed(1)
const figures: Figure[] = []
for (const [name, measure] of Object.entries(measures)) {
  if (asked.length > 0 && !asked.includes(name)) continue
  console.error(`measuring ${name} …`)
  figures.push(...(await measure()))
}
const machine = `Node ${process.version} on ${cpus().length} × ${cpus()[0]?.model ?? 'unknown'}, load ${load} before`
const report = `${markdownTable(figures)}\n\n${machine}, ${day}.`
console.log(report)
if (isWritten) await writePerformancePage(report)
process.exitCode = figures.every(({ holds }) => holds) ? 0 : 1
