import { describe, expect, it, onTestFinished, vi } from 'vitest'
import { openEngineApart } from '../../../../../server/adapters/events/apart/engine-apart.ts'
import { JournaledIngest } from '../../../../../server/adapters/events/journaled-ingest.ts'
import { noEvents } from '../../../../../server/domain/collector/no-events.ts'
import { EventStoreUnavailable } from '../../../../../server/ports/events.ts'
import { eventBatch } from '../../../../support/event-batches.ts'
import { engineChannels } from '../../../../support/fakes/engine-channel.ts'
import { FakeEngine } from '../../../../support/fakes/event-engine.ts'
import { heardLog } from '../../../../support/fakes/log.ts'
import { fakeDisk } from '../../../../support/fakes/segment-files.ts'

const OPTIONS = { file: 'events.duckdb', memoryLimitMb: 1, threads: 1 }
const ENDED = 'error: the process of the event engine has ended: it is started again'
const HANGS = 'error: the process of the event engine hangs: it is killed'
/** However slow the machine. */
const PATIENCE = { timeout: 15_000 }
const { receivedAt: NOW } = eventBatch('')

async function open(fake = new FakeEngine(), readWithinMs = 60_000) {
  const log = heardLog()
  const { start, started } = engineChannels(async () => fake)
  const engine = await openEngineApart({ ...OPTIONS, start, log, readWithinMs })
  onTestFinished(() => engine.close())
  return { engine, fake, log, started }
}

/** A store on an engine apart. */
async function openStore() {
  const apart = await open()
  const clock = { now: () => NOW }
  const deps = { engine: apart.engine, files: fakeDisk(), clock, log: apart.log, keepDays: 400 }
  const ingest = await JournaledIngest.open(deps)
  onTestFinished(() => ingest.close())
  return { ...apart, ingest }
}

describe('an engine apart', () => {
  it('gets batches as they were, and answers what it is asked', async () => {
    const { engine, fake } = await open()
    const batch = eventBatch('路径', { rejected: [{ index: 1, reason: 'type' }] })
    await engine.insert([batch, eventBatch('b')])
    expect([...fake.batches.values()][0]).toEqual(batch)
    const receipt = { duplicate: true, accepted: 1, rejected: batch.rejected }
    expect(await engine.receipts([batch, { appid: 'wx1', batch: 'unknown' }])).toEqual([receipt, null])
  })

  it('hears which batches it may have already', async () => {
    const { engine, fake } = await open()
    await engine.insert([eventBatch('a')])
    const isNew = ({ batch }: { batch: string }) => batch === 'b'
    await engine.insert([eventBatch('a'), eventBatch('b')], isNew)
    expect(fake.events('wx1')).toEqual(['a', 'b'])
    await expect(engine.insert([eventBatch('b')], isNew)).rejects.toThrow('it was here before')
  })

  it('tells all names, however often it is asked for them', async () => {
    const { engine } = await open()
    await engine.insert([eventBatch('a'), eventBatch('b')])
    const count = async () => {
      let names = 0
      for await (const part of engine.names(0)) names += part.length
      return names
    }
    expect([await count(), await count()]).toEqual([2, 2])
  })

  it('is asked for a version once until an app is counted anew', async () => {
    const fake = new FakeEngine()
    let changes = 0
    const version = async () => ++changes
    Object.assign(fake, { reports: { ...noEvents, version }, count: async () => ({ appids: ['wx1'] }) })
    const { engine } = await open(fake)
    const read = () => engine.reports.version('wx1')
    expect([await read(), await read()]).toEqual([1, 1])
    await engine.count(NOW, [1])
    expect(await read()).toBe(2)
  })

  it('that hangs keeps nobody waiting who reads, and goes on', async () => {
    const { engine, fake } = await open(new FakeEngine(), 20)
    fake.before = () => new Promise<void>(() => {})
    await expect(engine.receipts([])).rejects.toThrow(EventStoreUnavailable)
    fake.before = () => undefined
    expect(await engine.count(NOW, [1])).toEqual({ appids: [] })
  })

  it('says what failed, and goes on', async () => {
    const { engine, fake, log } = await open()
    fake.before = () => Promise.reject(new Error('no space left'))
    await expect(engine.receipts([])).rejects.toThrow('no space left')
    fake.before = () => undefined
    expect(await engine.receipts([])).toEqual([])
    expect(log.said).toEqual([])
  })
})

describe('an engine apart that ends', () => {
  it('leaves those who asked with a store that is away, and is started again', async () => {
    const { engine, fake, log, started } = await open()
    fake.before = () => new Promise<void>(() => {})
    const before = vi.spyOn(fake, 'before')
    const asking = engine.receipts([]).catch(error => error)
    await vi.waitFor(() => expect(before).toHaveBeenCalled(), PATIENCE)
    started[0]?.kill()
    expect(await asking).toBeInstanceOf(EventStoreUnavailable)
    expect(log.said).toEqual([ENDED])
    fake.before = () => undefined
    await vi.waitFor(async () => expect(await engine.receipts([])).toEqual([]), PATIENCE)
    expect(started).toHaveLength(2)
  })

  it('gets from the journal what it had not taken', async () => {
    const { ingest, fake, started } = await openStore()
    fake.before = call => (call === 'insert' ? new Promise<void>(() => {}) : undefined)
    await ingest.append(eventBatch('a'))
    const inserting = vi.spyOn(fake, 'insert')
    await vi.waitFor(() => expect(inserting).toHaveBeenCalled(), PATIENCE)
    started[0]?.kill()
    fake.before = () => undefined
    await vi.waitFor(() => expect(fake.events('wx1')).toEqual(['a']), PATIENCE)
    expect(started).toHaveLength(2)
  })

  it('in the moment between a question and its sending leaves nobody waiting', async () => {
    const { engine, started } = await open()
    const asking = engine.receipts([])
    started[0]?.kill()
    await expect(asking).rejects.toThrow(EventStoreUnavailable)
  })

  it('because it hung is started anew, and gets from the journal what it had not taken', async () => {
    const fake = new FakeEngine()
    const log = heardLog()
    const { start, started } = engineChannels(async () => fake)
    const engine = await openEngineApart({ ...OPTIONS, start, log, pulseEveryMs: 5 })
    const ingest = await JournaledIngest.open({
      engine,
      files: fakeDisk(),
      clock: { now: () => NOW },
      log,
      keepDays: 400,
    })
    onTestFinished(() => ingest.close())
    const [first] = started
    if (first) first.isStopped = true
    await ingest.append(eventBatch('a'))
    await vi.waitFor(() => expect(fake.events('wx1')).toEqual(['a']), PATIENCE)
    expect([log.said.slice(0, 2), started.length]).toEqual([[HANGS, ENDED], 2])
  })

  it('is not started again when it was closed', async () => {
    const { engine, fake, log, started } = await open()
    await engine.close()
    await expect(engine.receipts([])).rejects.toThrow(EventStoreUnavailable)
    expect([fake.closed, started.length, log.said]).toEqual([1, 1, []])
  })
})

it('an engine that cannot be opened says why, and leaves no process behind', async () => {
  const { start, started } = engineChannels(() => Promise.reject(new Error('not a database')))
  await expect(openEngineApart({ ...OPTIONS, start, log: heardLog() })).rejects.toThrow('not a database')
  expect(started.map(({ isEnded }) => isEnded)).toEqual([true])
})

describe('an engine apart that is still being opened', () => {
  /** Opens when told to. */
  function slowEngine() {
    const fake = new FakeEngine()
    let open = () => {}
    const opening = new Promise<void>(resolve => {
      open = resolve
    })
    return { fake, open, ...engineChannels(() => opening.then(() => fake)) }
  }

  it('and holds nothing yet lets nobody wait who sends', async () => {
    const { fake, open, start } = slowEngine()
    const log = heardLog()
    const engine = await openEngineApart({ ...OPTIONS, start, log, isNew: true })
    const deps = { engine, files: fakeDisk(), clock: { now: () => NOW }, log, keepDays: 400, isNew: true }
    const ingest = await JournaledIngest.open(deps)
    onTestFinished(() => ingest.close())
    expect(await ingest.append(eventBatch('a'))).toMatchObject({ accepted: 1, duplicate: false })
    expect(await ingest.append(eventBatch('a'))).toMatchObject({ accepted: 1, duplicate: true })
    expect(fake.events('wx1')).toEqual([])
    open()
    await vi.waitFor(() => expect(fake.events('wx1')).toEqual(['a']), PATIENCE)
  })

  it('keeps nobody waiting for ever who reads', async () => {
    const { open, start } = slowEngine()
    const engine = await openEngineApart({ ...OPTIONS, start, log: heardLog(), isNew: true, readWithinMs: 20 })
    onTestFinished(() => engine.close())
    await expect(engine.receipts([])).rejects.toThrow(EventStoreUnavailable)
    open()
    await vi.waitFor(async () => expect(await engine.receipts([])).toEqual([]), PATIENCE)
  })
})
