import { describe, expect, it, vi } from 'vitest'
import { encodeFrame, readFrames } from '../../../../../server/adapters/events/journal/frame.ts'
import { Journal } from '../../../../../server/adapters/events/journal/journal.ts'
import type { JournalLimits } from '../../../../../server/adapters/events/journal/limits.ts'
import { EventStoreUnavailable } from '../../../../../server/ports/events.ts'
import { heardLog } from '../../../../support/fakes/log.ts'
import { type FakeDisk, fakeDisk, noSpace } from '../../../../support/fakes/segment-files.ts'

/** However slow the machine. */
const PATIENCE = { timeout: 15_000 }
const codec = { encode: JSON.stringify, decode: (line: string): string => JSON.parse(line) }

async function open(disk: FakeDisk, limits: Partial<JournalLimits> = {}) {
  const log = heardLog()
  const replayed: string[] = []
  const journal = await Journal.open({
    files: disk,
    codec,
    log,
    limits: { segmentBytes: 400, ...limits },
    onReplayed: record => replayed.push(record),
  })
  return { journal, log, replayed }
}

const replayedFrom = async (disk: FakeDisk) => (await open(disk)).replayed

async function drained(journal: Journal<string>): Promise<string[]> {
  const records: string[] = []
  for (let taken = await journal.take(100); taken; taken = await journal.take(100)) {
    records.push(...taken.records)
    await taken.done()
  }
  return records
}

const segmentsOn = (disk: FakeDisk) => [...disk.contents.keys()].filter(name => name !== 'spare')

/** The first segment, its written part alone. */
function firstSegment(disk: FakeDisk): [name: string, bytes: Buffer] {
  const [name = '', bytes = Buffer.alloc(0)] = [...disk.contents].find(([name]) => name !== 'spare') ?? []
  return [name, bytes.subarray(0, readFrames(bytes, 0).frames.at(-1)?.to)]
}

describe('the event journal', () => {
  it('has on the disk what it acknowledged, before it says so', async () => {
    const disk = fakeDisk()
    const { journal } = await open(disk)
    await journal.append('one')
    await journal.append('two')
    expect(await replayedFrom(disk.afterCrash(0))).toEqual(['one', 'two'])
  })

  it('writes whoever comes while the disk is busy as one group', async () => {
    const disk = fakeDisk()
    const { journal } = await open(disk)
    const first = journal.append('first')
    await vi.waitFor(() => expect(disk.steps).toContain('write'), PATIENCE)
    const behind = Array.from({ length: 50 }, (_, index) => journal.append(`behind ${index}`))
    await Promise.all([first, ...behind])
    expect(disk.steps.filter(step => step === 'sync')).toHaveLength(2)
  })

  it('gives the drain everything in order, again until it is done, then forgets it', async () => {
    const disk = fakeDisk()
    const { journal } = await open(disk)
    for (const record of ['a', 'b', 'c']) await journal.append(record)
    expect((await journal.take(50))?.records).toEqual(['a', 'b'])
    expect((await journal.take(50))?.records).toEqual(['a', 'b'])
    expect(await drained(journal)).toEqual(['a', 'b', 'c'])
    expect(await journal.take(1)).toBeNull()
  })

  it('removes a segment once all of it was drained, and not before', async () => {
    const disk = fakeDisk()
    const { journal } = await open(disk, { segmentBytes: 60 })
    for (let index = 0; index < 6; index++) await journal.append(`record ${index}, long enough`)
    expect(segmentsOn(disk)).toHaveLength(3)
    await (await journal.take(150))?.done()
    expect(segmentsOn(disk)).toHaveLength(2)
    expect(await replayedFrom(disk.afterCrash(0))).toEqual([2, 3, 4, 5].map(index => `record ${index}, long enough`))
    await drained(journal)
    expect(segmentsOn(disk)).toHaveLength(1)
    await journal.tidy()
    expect(segmentsOn(disk)).toEqual([])
    await journal.append('goes on')
    expect(await drained(journal)).toEqual(['goes on'])
  })

  it('leaves nothing on the disk when it closes drained, and everything when it closes undrained', async () => {
    const disk = fakeDisk()
    const { journal } = await open(disk)
    await journal.append('kept')
    await journal.close()
    expect(await Journal.isLeft(disk)).toBe(true)
    const next = await open(disk.afterCrash(0))
    expect(next.replayed).toEqual(['kept'])
    expect(await drained(next.journal)).toEqual(['kept'])
  })

  it('reads from the disk what it does not hold in memory', async () => {
    const { journal } = await open(fakeDisk(), { heldCharacters: 0 })
    for (const record of ['a', '路径']) await journal.append(record)
    expect(await drained(journal)).toEqual(['a', '路径'])
  })

  it('cuts a torn tail off, says so, and goes on behind it', async () => {
    const disk = fakeDisk()
    const { journal } = await open(disk)
    await journal.append('whole')
    const [name, bytes] = firstSegment(disk)
    const begun = encodeFrame(2, '"torn"').subarray(0, 23)
    const torn = fakeDisk(new Map([[name, Buffer.concat([bytes, begun, Buffer.alloc(100)])]]))
    const next = await open(torn)
    expect(next.log.said).toEqual(['warn: the event journal ended in the middle of a write: its tail was cut off'])
    expect(torn.contents.get(name)).toEqual(bytes)
    await next.journal.append('later')
    expect(await replayedFrom(torn.afterCrash(0))).toEqual(['whole', 'later'])
  })

  it('says what it cannot read and keeps the rest', async () => {
    const disk = fakeDisk()
    const { journal } = await open(disk)
    for (const record of ['one', 'two', 'three']) await journal.append(record)
    const [name, bytes] = firstSegment(disk)
    const rotten = Buffer.from(bytes)
    rotten[bytes.indexOf('two')] = 0
    const next = await open(fakeDisk(new Map([[name, rotten]])))
    expect(next.replayed).toEqual(['one', 'three'])
    expect(next.log.said).toEqual(['error: the event journal is damaged: what stood there is lost'])
  })

  it('takes nothing that a reused segment held before for something new, and says nothing of it', async () => {
    const disk = fakeDisk()
    const { journal } = await open(disk, { segmentBytes: 100 })
    for (let index = 0; index < 12; index++) {
      await journal.append(`record ${index}, long enough`)
      if (index < 9) await drained(journal)
    }
    const next = await open(disk.afterCrash(0))
    expect(next.replayed.slice(-3)).toEqual([9, 10, 11].map(index => `record ${index}, long enough`))
    expect(next.replayed).toEqual([...new Set(next.replayed)])
    expect(next.log.said).toEqual([])
  })

  describe.each(['create', 'write', 'sync'] as const)('on a disk that is full at %s', failing => {
    it.each([0, 5, 1_000])(
      'refuses, keeps nothing of it (%i bytes written), and takes events again by itself',
      async writable => {
        const disk = fakeDisk()
        const { journal } = await open(disk)
        if (failing !== 'create') await journal.append('before')
        disk.writable = writable
        disk.before = step => {
          if (step === failing) throw noSpace()
        }
        const refused = await Promise.allSettled([journal.append('refused'), journal.append('refused too')])
        for (const outcome of refused) {
          expect(outcome).toMatchObject({
            status: 'rejected',
            reason: { name: 'EventStoreUnavailable', retryAfterSeconds: 5 },
          })
        }
        disk.before = () => undefined
        await journal.append('after')
        const acknowledged = failing === 'create' ? ['after'] : ['before', 'after']
        expect(await replayedFrom(disk.afterCrash(1))).toEqual(acknowledged)
        expect(await drained(journal)).toEqual(acknowledged)
      },
    )
  })

  it('never hides later records behind a half-written frame that could not be cut', async () => {
    const disk = fakeDisk()
    const { journal } = await open(disk)
    await journal.append('before')
    disk.writable = 30
    disk.before = step => {
      if (step === 'write' || step === 'truncate') throw noSpace()
    }
    await expect(journal.append('refused'.repeat(20))).rejects.toThrow(EventStoreUnavailable)
    disk.before = () => undefined
    await journal.append('after')
    expect(await replayedFrom(disk.afterCrash(1))).toEqual(['before', 'after'])
  })

  it('leaves room for those who drain it, and looks again', async () => {
    vi.useFakeTimers({ toFake: ['performance'] })
    const disk = fakeDisk()
    disk.left = 100
    const { journal } = await open(disk, { reserveBytes: 101 })
    await expect(journal.append('refused')).rejects.toThrow('full')
    disk.left = 200
    vi.advanceTimersByTime(1_000)
    await journal.append('taken')
    vi.useRealTimers()
  })

  it('refuses when too many records wait for the drain, or too many bytes', async () => {
    for (const limits of [{ records: 2 }, { diskBytes: 2 }]) {
      const { journal } = await open(fakeDisk(), limits)
      await Promise.all([journal.append('one'), journal.append('two')])
      await expect(journal.append('three')).rejects.toThrow(EventStoreUnavailable)
      await drained(journal)
      await journal.append('three')
    }
  })

  it('refuses what would wait for a disk that hangs, and keeps its word to whom it wrote', async () => {
    const disk = fakeDisk()
    const { journal } = await open(disk, { patienceMs: 5 })
    let answer = (): void => {}
    disk.before = step => {
      if (step === 'sync')
        return new Promise(resolve => {
          answer = resolve
        })
    }
    const written = journal.append('written')
    await vi.waitFor(() => expect(disk.steps).toContain('sync'), PATIENCE)
    await expect(journal.append('waits')).rejects.toThrow('does not answer')
    await expect(journal.append('comes later')).rejects.toThrow('does not answer')
    disk.before = () => undefined
    answer()
    await written
    await journal.append('again')
    expect(await drained(journal)).toEqual(['written', 'again'])
  })

  it('holds no more in memory than may wait', async () => {
    const { journal } = await open(fakeDisk(), { waiting: 10 })
    const first = journal.append('12345')
    await expect(journal.append('67890')).rejects.toThrow(EventStoreUnavailable)
    await first
  })
})
