import { describe, expect, it, onTestFinished, vi } from 'vitest'
import { JournaledIngest } from '../../../../server/adapters/events/journaled-ingest.ts'
import { EventStoreUnavailable } from '../../../../server/ports/events.ts'
import { eventBatch } from '../../../support/event-batches.ts'
import { FakeEngine } from '../../../support/fakes/event-engine.ts'
import { heardLog } from '../../../support/fakes/log.ts'
import { fakeDisk, noSpace } from '../../../support/fakes/segment-files.ts'

const HOUR = 3_600_000
/** However slow the machine. */
const PATIENCE = { timeout: 15_000 }
const DAY = 24 * HOUR
const { receivedAt: NOW } = eventBatch('')

async function open({ disk = fakeDisk(), engine = new FakeEngine(), now = NOW, limits: further = {} } = {}) {
  const limits = { segmentBytes: 2_000, ...further }
  const clock = { now: () => state.now }
  const state = { now }
  const log = heardLog()
  const ingest = await JournaledIngest.open({ engine, files: disk, clock, log, keepDays: 400, limits })
  onTestFinished(() => {
    engine.before = () => undefined
    return ingest.close()
  })
  return { ingest, engine, disk, log, state }
}

const inEngine = (engine: FakeEngine, ...names: string[]) =>
  vi.waitFor(() => expect(engine.events('wx1')).toEqual(names), PATIENCE)

/** An engine that takes nothing until it is told to, or the test is over. */
function stopped(engine: FakeEngine) {
  let open = (): void => {}
  const gate = new Promise<void>(resolve => {
    open = resolve
  })
  engine.before = call => (call === 'insert' ? gate : undefined)
  const go = () => {
    engine.before = () => undefined
    open()
  }
  onTestFinished(go)
  return go
}

describe('what is accepted', () => {
  it('goes into the engine and is counted by itself', async () => {
    const { ingest, engine } = await open()
    expect(await ingest.append(eventBatch('a'))).toEqual({ duplicate: false, accepted: 1, rejected: [] })
    await inEngine(engine, 'a')
    await vi.waitFor(() => expect(engine.counts.flatMap(({ lengths }) => lengths)).toContain(5), PATIENCE)
  })

  it('is counted into the days for whoever asks for them, once, and not while nothing has come', PATIENCE, async () => {
    const { ingest, engine } = await open()
    const days = () => engine.counts.filter(({ lengths }) => lengths.includes(1440)).length
    await ingest.append(eventBatch('a'))
    await ingest.settle()
    const settled = days()
    await ingest.freshDays()
    expect(days()).toBe(settled)
    await ingest.append(eventBatch('b'))
    await vi.waitFor(async () => {
      await Promise.all([ingest.freshDays(), ingest.freshDays()])
      expect(days()).toBe(settled + 1)
    }, PATIENCE)
    await ingest.freshDays()
    expect(days()).toBe(settled + 1)
  })

  it('survives a crash before it was drained, and is there once after two', async () => {
    const disk = fakeDisk()
    const first = await open({ disk })
    stopped(first.engine)
    await first.ingest.append(eventBatch('a'))
    const engine = new FakeEngine()
    await open({ disk: disk.afterCrash(0), engine })
    await inEngine(engine, 'a')
    await open({ disk: disk.afterCrash(0), engine })
    await vi.waitFor(() => expect(engine.inserts).toHaveLength(2), PATIENCE)
    expect(engine.events('wx1')).toEqual(['a'])
  })

  it('is in the engine when the store has closed, and nothing is left in the journal', async () => {
    const { ingest, engine, disk } = await open()
    await ingest.append(eventBatch('a'))
    await ingest.close()
    expect(engine.events('wx1')).toEqual(['a'])
    expect(disk.contents.size).toBe(0)
    expect(engine.closed).toBe(1)
  })

  it('stays in the journal when the engine takes nothing, and the store closes all the same', async () => {
    const { ingest, engine, disk } = await open()
    engine.before = () => Promise.reject(new Error('broken'))
    await ingest.append(eventBatch('a'))
    await ingest.close()
    const next = await open({ disk: disk.afterCrash(0) })
    await inEngine(next.engine, 'a')
  })

  it('is tried again when the engine failed', async () => {
    const { ingest, engine, log } = await open()
    let failures = 2
    engine.before = call => {
      if (call === 'insert' && failures-- > 0) throw noSpace()
    }
    await ingest.append(eventBatch('a'))
    await inEngine(engine, 'a')
    expect(log.said).toEqual(Array(2).fill('error: the event store did not take what was accepted'))
  })

  it('is there once when the engine kept it and did not say so', async () => {
    const { ingest, engine, log } = await open()
    const insert = engine.insert.bind(engine)
    let isCut = true
    engine.insert = async (batches, isNew) => {
      const receipts = await insert(batches, isNew)
      if (isCut) throw new Error('cut off after the commit')
      return receipts
    }
    await ingest.append(eventBatch('a'))
    await vi.waitFor(() => expect(log.said).not.toEqual([]), PATIENCE)
    isCut = false
    await ingest.close()
    expect(engine.events('wx1')).toEqual(['a'])
    expect(log.said.at(-1)).toBe('error: the event store did not take what was accepted')
  })

  it('is refused while too much waits for a slow engine, and taken again by itself when it has caught up', async () => {
    const { ingest, engine } = await open({ limits: { records: 3 } })
    const go = stopped(engine)
    for (const name of ['a', 'b', 'c']) await ingest.append(eventBatch(name))
    const refusal = await ingest.append(eventBatch('d')).catch(error => error)
    expect(refusal).toBeInstanceOf(EventStoreUnavailable)
    expect(refusal.retryAfterSeconds).toBeGreaterThan(0)
    go()
    await inEngine(engine, 'a', 'b', 'c')
    await vi.waitFor(() => ingest.append(eventBatch('d')), PATIENCE)
    await inEngine(engine, 'a', 'b', 'c', 'd')
  })

  it('keeps its order when the clock goes back an hour', async () => {
    const { ingest, engine, state } = await open()
    await ingest.append(eventBatch('a'))
    state.now -= HOUR
    await ingest.append(eventBatch('b', { receivedAt: state.now }))
    await inEngine(engine, 'a', 'b')
    expect(await ingest.append(eventBatch('a', { receivedAt: state.now }))).toMatchObject({ duplicate: true })
    expect((await ingest.standing('wx1', state.now)).lagSeconds ?? 0).toBeGreaterThanOrEqual(0)
    expect(await ingest.lag('wx1', state.now)).toBe((await ingest.standing('wx1', state.now)).lagSeconds)
  })
})

describe('the same batch again', () => {
  const rejected = [{ index: 1, reason: 'too_old' }]
  const receipt = { duplicate: true, accepted: 1, rejected }

  it('answers as the first time while the first is under way', async () => {
    const { ingest, engine } = await open()
    const [one, other] = await Promise.all([
      ingest.append(eventBatch('a', { rejected })),
      ingest.append(eventBatch('a', { events: [], rejected: [] })),
    ])
    expect([one, other]).toEqual([{ ...receipt, duplicate: false }, receipt])
    await inEngine(engine, 'a')
  })

  it('answers as the first time while the first lies in the journal, also after a crash', async () => {
    const disk = fakeDisk()
    const { ingest, engine } = await open({ disk })
    stopped(engine)
    await ingest.append(eventBatch('a', { rejected }))
    expect(await ingest.append(eventBatch('a'))).toEqual(receipt)
    const crashed = new FakeEngine()
    stopped(crashed)
    const next = await open({ disk: disk.afterCrash(0), engine: crashed })
    expect(await next.ingest.append(eventBatch('a'))).toEqual(receipt)
  })

  it('answers as the first time once it was drained, without asking the engine', async () => {
    const { ingest, engine } = await open()
    await ingest.append(eventBatch('a', { rejected }))
    await inEngine(engine, 'a')
    expect(await ingest.append(eventBatch('a'))).toEqual(receipt)
    expect(engine.lookups).toBe(0)
  })

  it('answers as the first time after a restart, up to eight days later', async () => {
    const engine = new FakeEngine()
    const first = await open({ engine })
    await first.ingest.append(eventBatch('a', { rejected }))
    await first.ingest.close()
    const next = await open({ engine, now: NOW + 8 * DAY - 1 })
    expect(await next.ingest.append(eventBatch('a', { receivedAt: NOW + 8 * DAY - 1 }))).toEqual(receipt)
    expect(await next.ingest.append(eventBatch('a', { receivedAt: NOW + 8 * DAY - 1 }))).toEqual(receipt)
    expect(engine.lookups).toBe(1)
    await next.ingest.close()
    expect(engine.events('wx1')).toEqual(['a'])
  })

  it('of an import answers as the first time for ever', async () => {
    const engine = new FakeEngine()
    const first = await open({ engine })
    await first.ingest.append(eventBatch('history:1', { kind: 'import' }))
    await first.ingest.close()
    const next = await open({ engine, now: NOW + 4_000 * DAY })
    expect(await next.ingest.append(eventBatch('history:1', { kind: 'import' }))).toMatchObject({ duplicate: true })
  })

  it('is another batch when it is another app that sends it', async () => {
    const { ingest } = await open()
    await ingest.append(eventBatch('a'))
    expect(await ingest.append(eventBatch('a', { appid: 'wx2' }))).toMatchObject({ duplicate: false })
  })

  it('shares the fate of the first when that is refused, and is taken later', async () => {
    const disk = fakeDisk()
    const { ingest, engine } = await open({ disk })
    disk.before = step => {
      if (step === 'sync') throw noSpace()
    }
    const twins = await Promise.allSettled([ingest.append(eventBatch('a')), ingest.append(eventBatch('a'))])
    expect(twins.map(({ status }) => status)).toEqual(['rejected', 'rejected'])
    disk.before = () => undefined
    expect(await ingest.append(eventBatch('a'))).toMatchObject({ duplicate: false })
    await inEngine(engine, 'a')
  })

  it('is refused while the engine cannot say whether it has it', async () => {
    const engine = new FakeEngine()
    await engine.insert([eventBatch('a')])
    const { ingest } = await open({ engine })
    engine.before = () => Promise.reject(new Error('broken'))
    await expect(ingest.append(eventBatch('a'))).rejects.toThrow(EventStoreUnavailable)
    engine.before = () => undefined
    expect(await ingest.append(eventBatch('a'))).toMatchObject({ duplicate: true })
  })
})

describe('erasing', () => {
  it('takes what still lies in the journal along', async () => {
    const disk = fakeDisk()
    const { ingest, engine } = await open({ disk })
    await Promise.all(['a', 'b'].map(name => ingest.append(eventBatch(name))))
    await ingest.erase('wx1')
    expect(engine.events('wx1')).toEqual([])
    const next = await open({ disk: disk.afterCrash(0) })
    await next.ingest.close()
    expect(await ingest.append(eventBatch('a'))).toMatchObject({ duplicate: false })
  })

  it('is for good: what was drained before comes not back after a crash, whatever else goes on', async () => {
    const disk = fakeDisk()
    const { ingest, engine } = await open({ disk })
    await Promise.all([ingest.append(eventBatch('a')), ingest.append(eventBatch('b', { appid: 'wx2' }))])
    await ingest.settle()
    await Promise.all([ingest.erase('wx1'), ingest.append(eventBatch('c', { appid: 'wx2' }))])
    const next = await open({ disk: disk.afterCrash(0), engine })
    await next.ingest.settle()
    expect([engine.events('wx1'), engine.events('wx2')]).toEqual([[], ['b', 'c']])
  })

  it('of a visitor leaves no byte in the journal, neither in its spare', async () => {
    const disk = fakeDisk()
    const { ingest } = await open({ disk })
    const rounds = Array.from({ length: 8 }, (_, round) => `of the erased ${round} ${'x'.repeat(900)}`)
    for (const name of rounds) {
      await ingest.append(eventBatch(name))
      await ingest.settle()
    }
    await ingest.eraseVisitor('wx1', { id: 'visitor' })
    await ingest.append(eventBatch('later'))
    const files = [...disk.contents.values()]
    expect(files.filter(bytes => bytes.includes('of the erased'))).toEqual([])
    expect(files.filter(bytes => bytes.includes('later'))).toHaveLength(1)
  })

  it('of a visitor waits for the visitor to be in the engine', async () => {
    const { ingest, engine } = await open()
    await ingest.append(eventBatch('a'))
    await ingest.eraseVisitor('wx1', { id: 'visitor' })
    expect(engine.events('wx1')).toEqual(['a'])
    expect(engine.erased).toEqual([{ appid: 'wx1', id: 'visitor' }])
  })
})
