import { cpus } from 'node:os'
import { coldTrend } from './cold-trend.ts'
import { memoryAtRest, secondStart } from './start-and-rest.ts'
import { type Figure, markdownTable } from './table.ts'
import { upstreamCalls } from './upstream-calls.ts'
import { warmRanges } from './warm-ranges.ts'
import { warmReads } from './warm-reads.ts'

/** `npm run bench`: each figure beside its limit, in one run of about three minutes; `npm run bench -- warm cold` runs a part. */
const measures: Record<string, () => Promise<Figure[]>> = {
  warm: warmReads,
  ranges: warmRanges,
  calls: upstreamCalls,
  cold: coldTrend,
  start: secondStart,
  memory: memoryAtRest,
}

const asked = process.argv.slice(2)
const unknown = asked.filter(name => !(name in measures))
if (unknown.length > 0)
  throw new Error(`there is no ${unknown.join(', ')}; there are ${Object.keys(measures).join(', ')}`)

const figures: Figure[] = []
for (const [name, measure] of Object.entries(measures)) {
  if (asked.length > 0 && !asked.includes(name)) continue
  console.error(`measuring ${name} …`)
  figures.push(...(await measure()))
}
console.log(
  `${markdownTable(figures)}\n\nNode ${process.version} on ${cpus().length} × ${cpus()[0]?.model ?? 'unknown'}`,
)
process.exitCode = figures.every(({ holds }) => holds) ? 0 : 1
