import { describe, expect, it, onTestFinished } from 'vitest'
import { openCollectedTraffic } from '../../support/collected-traffic.ts'
import { answered, wantedAnswers } from '../../support/events/facts-of-answers.ts'
import { type RealTraffic, readRealTraffic } from '../../support/events/real-traffic.ts'
import { type Sending, sentRounds } from '../../support/events/sent-traffic.ts'
import { tempFolder } from '../../support/temp-folder.ts'

const nasa = readRealTraffic('nasa-1995-08-01')
const journey = readRealTraffic('completejourney-2017')
const DAY_MS = 86_400_000

interface Way extends Sending {
  times?: number
}

/** Sends all of it through `POST /collect/v1`, the clock going along, and reads every report. */
async function collect({ events, facts }: RealTraffic, { times = 1, ...sending }: Way) {
  const site = await openCollectedTraffic(tempFolder())
  onTestFinished(() => site.close())
  const sent = sending.isShuffled ? events : events.map(event => ({ ...event, seq: null }))
  let [accepted, repeated] = [0, 0]
  for (const round of sentRounds(sent, sending)) {
    const [first = [], ...again] = await site.send(round, times)
    for (const answer of first) accepted += answer.accepted
    for (const answer of again.flat()) repeated += answer.duplicate ? answer.accepted : 0
  }
  expect({ accepted, repeated }).toEqual({ accepted: events.length, repeated: (times - 1) * events.length })
  await site.settle()
  // every cohort of the file is mature by then
  site.wait(60 * DAY_MS)
  expect(await answered(site.ask, facts)).toEqual(wantedAnswers(facts))
}

const ways = [1, 10, 500].flatMap<[string, Way]>(size => [
  [`in order, in batches of ${size}`, { size }],
  [`shuffled, in batches of ${size}`, { size, isShuffled: true }],
  [`sent twice, in batches of ${size}`, { size, times: 2 }],
])
/** A year takes minutes when each line of a till is a request; all of it is played with `npm test -- --all`. */
const waysOfYear = process.env.TEST_ALL
  ? ways
  : ways.filter(([, { size, isShuffled, times }]) => size === 10 && (isShuffled || times))

describe('what phones send while a clock goes along is counted as other programs counted it', () => {
  it.skipIf(!nasa).each(ways)('a night of a public web server, %s', { timeout: 120_000 }, async (_, way) => {
    if (nasa) await collect(nasa, way)
  })

  it.skipIf(!journey).each(waysOfYear)('a year of 2,377 households, %s', { timeout: 900_000 }, async (_, way) => {
    if (journey) await collect(journey, way)
  })
})
