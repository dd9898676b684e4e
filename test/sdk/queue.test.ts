import fc from 'fast-check'
import { expect, it } from 'vitest'
import { createTracker, type Tracker } from '../../sdk/tracker.ts'
import type { WireBatch } from '../../sdk/wire.ts'
import { FakeHost } from './fake-host.ts'

/** What the server's answer comes to: taken; taken, and the answer lost; not taken; a no to nothing but the moment. */
type Fate = 'taken' | 'answer lost' | 'lost' | '503'
type Step =
  | { do: 'track'; count: number }
  | { do: 'pass'; seconds: number }
  | { do: 'hide' }
  /** The app is killed at its n-th write from here, or of its next life, before or after the write. */
  | { do: 'kill'; atWrite: number; isWritten: boolean; isNext: boolean }

const steps = fc.array(
  fc.oneof(
    { weight: 4, arbitrary: fc.record({ do: fc.constant('track' as const), count: fc.integer({ min: 1, max: 60 }) }) },
    {
      weight: 3,
      arbitrary: fc.record({ do: fc.constant('pass' as const), seconds: fc.integer({ min: 0, max: 400 }) }),
    },
    { weight: 1, arbitrary: fc.record({ do: fc.constant('hide' as const) }) },
    {
      weight: 2,
      arbitrary: fc.record({
        do: fc.constant('kill' as const),
        atWrite: fc.integer({ min: 0, max: 4 }),
        isWritten: fc.boolean(),
        isNext: fc.boolean(),
      }),
    },
  ),
  { maxLength: 25 },
)
const fates = fc.infiniteStream(fc.constantFrom<Fate>('taken', 'answer lost', 'lost', '503'))

/** A server that counts what came, a batch once. */
function createServer(next: () => Fate) {
  const taken = new Map<string, WireBatch>()
  const take = (batch: WireBatch) => {
    if (!taken.has(batch.batch)) taken.set(batch.batch, batch)
  }
  const answer = (batch: WireBatch, fate = next()) => {
    if (fate === 'taken' || fate === 'answer lost') take(batch)
    return { taken: 200, 'answer lost': 0, lost: 0, '503': 503 }[fate]
  }
  return {
    answer,
    take,
    names: () => [...taken.values()].flatMap(({ events }) => events.map(({ name }) => Number(name))),
  }
}

/** One life of the app after another, on one storage. */
function play(script: readonly Step[], next: () => Fate) {
  const server = createServer(next)
  const storage = new Map<string, string>()
  const kept: number[] = []
  const doubtful = new Set<number>()
  let time = Date.UTC(2026, 10, 21, 4)
  let count = 0
  let host = new FakeHost(storage)
  let tracker: Tracker
  let isDead = false
  let atNextStart: Extract<Step, { do: 'kill' }> | null = null

  const begin = (isSure = false) => {
    host = new FakeHost(storage)
    host.time = time
    isDead = false
    const mine = host
    host.post = (_url, body, answered) => {
      if (isDead || mine !== host) return
      answered(server.answer(JSON.parse(body), isSure ? 'taken' : undefined))
    }
    if (atNextStart && !isSure) killAt(atNextStart)
    atNextStart = null
    tracker = createTracker(host, { key: 'wk_1', url: 'https://stats.example.com', consent: 'granted' })
  }
  const track = () => {
    count += 1
    const name = count
    tracker.track(`${name}`)
    // of what was recorded in the very moment of the kill nobody can say whether it was written
    if (isDead) doubtful.add(name)
    else kept.push(name)
  }
  const killAt = ({ atWrite, isWritten }: Extract<Step, { do: 'kill' }>) => {
    let left = atWrite
    const mine = host
    const write = host.write.bind(host)
    host.write = (key, value) => {
      if (isDead || mine !== host) return
      isDead = left-- <= 0
      if (!isDead || isWritten) write(key, value)
    }
  }

  begin()
  for (const step of script) {
    if (step.do === 'track') for (let left = step.count; left > 0 && !isDead; left -= 1) track()
    else if (step.do === 'pass') host.pass(step.seconds * 1000)
    else if (step.do === 'hide') host.life.hide()
    else if (step.isNext) atNextStart = step
    else killAt(step)
    if (!isDead) continue
    time = host.time + 1000
    begin()
  }
  time = host.time + 1000
  begin(true)
  track()
  host.pass(3_600_000)
  return { names: server.names(), kept, doubtful }
}

it('loses nothing and counts nothing twice, whatever fails and whenever the app is killed', () => {
  fc.assert(
    fc.property(steps, fates, (script, stream) => {
      const { names, kept, doubtful } = play(script, () => stream.next().value ?? 'lost')
      expect(new Set(names).size).toBe(names.length)
      const sure = new Set(kept)
      expect(names.filter(name => !sure.has(name) && !doubtful.has(name))).toEqual([])
      const came = new Set(names)
      expect(kept.filter(name => !came.has(name))).toEqual([])
    }),
    { numRuns: 300 },
  )
})
