import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { openDuckdbEngine } from '../../../../server/adapters/events/duckdb/engine.ts'
import { counterMinutes, type EventEngine } from '../../../../server/adapters/events/engine.ts'
import type { CollectedEvent, EventBatch } from '../../../../server/ports/events.ts'
import { aBatch } from '../../../support/events/build.ts'
import { told, wanted } from '../../../support/events/facts-of-reports.ts'
import { type RealTraffic, readRealTraffic } from '../../../support/events/real-traffic.ts'

const APP = 'wx0000000000000001'
const nasa = readRealTraffic('nasa-1995-08-01')
const journey = readRealTraffic('completejourney-2017')
const withNasa = it.skipIf(nasa === null)
const withJourney = it.skipIf(journey === null)

let engine: EventEngine
beforeEach(async () => {
  engine = await openDuckdbEngine({ file: ':memory:', memoryLimitMb: 512, threads: 2 })
})
afterEach(() => engine.close())

/** Every day, week and month, retention cell, distribution, page, hour and minute that other programs counted. */
describe('real traffic is counted as other programs counted it', () => {
  withNasa('a night of a public web server, imported', async () => {
    await takeIn(nasa, events => inBatches(withoutSeq(events), 500, 'import'))
  })

  withNasa.each([1, 10, 500])('the same in the order of its time, in batches of %i', async size => {
    await takeIn(nasa, events => inBatches(withoutSeq(events), size))
  })

  withNasa.each([1, 10, 500])('the same shuffled, in batches of %i', async size => {
    await takeIn(nasa, events => inBatches(shuffled(events), size))
  })

  withNasa('the same sent twice', async () => {
    await takeIn(nasa, events => inBatches(events, 10).flatMap(batch => [batch, batch]))
    await takeIn(nasa, events => inBatches(events, 10))
  })

  withNasa('the same after everything was made anew', async () => {
    await takeIn(nasa, events => inBatches(shuffled(events), 10))
    await engine.rebuild(0)
    expect(await told(engine.reports, APP, factsOf(nasa))).toEqual(wanted(factsOf(nasa)))
  })

  withJourney('a year of 2,377 households, imported', async () => {
    await takeIn(journey, events => inBatches(withoutSeq(events), 500, 'import'))
  })

  withJourney('the same shuffled', async () => {
    await takeIn(journey, events => inBatches(shuffled(events), 500))
  })
})

const factsOf = (traffic: RealTraffic | null) => {
  if (!traffic) throw new Error('the data of ../shared are not there')
  return traffic.facts
}

/** Keeps and counts the first half, then the second one. */
async function takeIn(traffic: RealTraffic | null, cut: (events: CollectedEvent[]) => EventBatch[]) {
  const facts = factsOf(traffic)
  const batches = cut(traffic?.events ?? [])
  const middle = Math.floor(batches.length / 2)
  for (const part of [batches.slice(0, middle), batches.slice(middle)]) {
    await engine.insert(part)
    await engine.count(0, counterMinutes)
  }
  expect(await told(engine.reports, APP, facts)).toEqual(wanted(facts))
}

const withoutSeq = (events: CollectedEvent[]) => events.map(event => ({ ...event, seq: null }))

/** In an order without sense that is the same at each run. */
function shuffled(events: CollectedEvent[]): CollectedEvent[] {
  const keyed = events.map((event, index) => ({ event, key: ((index * 48_271) % 2_147_483_647) % 10_007 }))
  return keyed.sort((one, other) => one.key - other.key).map(({ event }) => event)
}

function inBatches(events: CollectedEvent[], size: number, kind: EventBatch['kind'] = 'collect'): EventBatch[] {
  const batches: EventBatch[] = []
  for (let from = 0; from < events.length; from += size) {
    batches.push(aBatch(APP, `batch ${from}`, events.slice(from, from + size), { kind }))
  }
  return batches
}
