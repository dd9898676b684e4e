import fc from 'fast-check'
import { expect, it } from 'vitest'
import { Journal } from '../../../../../server/adapters/events/journal/journal.ts'
import { heardLog } from '../../../../support/fakes/log.ts'
import { type DiskStep, type FakeDisk, fakeDisk, noSpace } from '../../../../support/fakes/segment-files.ts'

const codec = { encode: JSON.stringify, decode: (line: string): number => JSON.parse(line) }
const limits = { segmentBytes: 90, heldCharacters: 8 }

const step = fc.constantFrom<DiskStep>('create', 'write', 'sync', 'truncate', 'close', 'remove')
const deeds = fc.array(
  fc.oneof(
    {
      weight: 5,
      arbitrary: fc.record({ kind: fc.constant('append' as const), count: fc.integer({ min: 1, max: 6 }) }),
    },
    { weight: 3, arbitrary: fc.record({ kind: fc.constant('drain' as const), count: fc.integer({ min: 1, max: 8 }) }) },
    fc.record({ kind: fc.constant('tidy' as const) }),
    fc.record({ kind: fc.constant('fail' as const), step, writable: fc.integer({ min: 0, max: 60 }) }),
    { weight: 2, arbitrary: fc.record({ kind: fc.constant('heal' as const) }) },
    fc.record({
      kind: fc.constant('crash' as const),
      afterSteps: fc.integer({ min: 0, max: 8 }),
      share: fc.double({ min: 0, max: 1, noNaN: true }),
    }),
  ),
  { maxLength: 30 },
)

/** What became of each record, as its sender and the drain know it. */
class Play {
  readonly acknowledged = new Set<number>()
  readonly refused = new Set<number>()
  /** Drained, and the journal was told. */
  readonly done = new Set<number>()
  #next = 0
  disk: FakeDisk = fakeDisk()
  journal!: Journal<number>

  async open(): Promise<number[]> {
    const replayed: number[] = []
    const log = heardLog()
    this.journal = await Journal.open({ files: this.disk, codec, log, limits, onReplayed: one => replayed.push(one) })
    return replayed
  }

  async append(count: number): Promise<void> {
    const records = Array.from({ length: count }, () => this.#next++)
    await Promise.all(
      records.map(record =>
        this.journal.append(record).then(
          () => this.acknowledged.add(record),
          () => this.refused.add(record),
        ),
      ),
    )
  }

  async drain(count: number): Promise<void> {
    const taken = await this.journal.take(count * 30)
    for (const record of taken?.records ?? []) {
      expect(this.refused, 'drains nothing that was refused').not.toContain(record)
      this.done.add(record)
    }
    await taken?.done()
  }

  /** Power goes after so many steps of the disk, in the middle of writing. */
  async crash(afterSteps: number, share: number): Promise<void> {
    let left: FakeDisk | null = null
    const healthy = this.disk.before
    let steps = 0
    this.disk.before = (what, name) => {
      if (steps++ === afterSteps) left = this.disk.afterCrash(share)
      if (left) throw new Error('no power')
      return healthy(what, name)
    }
    const refused = [...this.refused]
    await this.append(3)
    this.disk = left ?? this.disk.afterCrash(share)
    const replayed = await this.open()
    for (const record of refused) expect(replayed, 'has nothing that was refused before').not.toContain(record)
    expect(replayed, 'in order, each once').toEqual([...new Set(replayed)].sort((one, other) => one - other))
    for (const record of this.acknowledged) {
      if (!this.done.has(record)) expect(replayed, 'has every acknowledged record').toContain(record)
    }
  }
}

it('loses nothing that it acknowledged and drains nothing that it refused, whatever the disk does and whenever power goes', async () => {
  await fc.assert(
    fc.asyncProperty(deeds, async played => {
      const play = new Play()
      await play.open()
      for (const deed of played) {
        if (deed.kind === 'append') await play.append(deed.count)
        else if (deed.kind === 'drain') await play.drain(deed.count)
        else if (deed.kind === 'tidy') await play.journal.tidy()
        else if (deed.kind === 'heal') play.disk.before = () => undefined
        else if (deed.kind === 'crash') {
          await play.crash(deed.afterSteps, deed.share)
          // what was refused by a disk without power may have reached it: nobody could cut it off any more
          play.refused.clear()
        } else {
          play.disk.writable = deed.writable
          play.disk.before = what => {
            if (what === deed.step) throw noSpace()
          }
        }
      }
      play.disk.before = () => undefined
      for (let rounds = 0; play.journal.waiting > 0; rounds++) {
        expect(rounds).toBeLessThan(1_000)
        await play.drain(10)
      }
      expect(play.done).toEqual(new Set([...play.done, ...play.acknowledged]))
    }),
    { numRuns: 300 },
  )
})
