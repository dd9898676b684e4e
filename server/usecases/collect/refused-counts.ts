import type { Refusal } from '../../../src/contract/collect.ts'
import type { Log } from '../../ports/log.ts'
import type { RefusedCounts, RefusedStore } from '../../ports/write-keys.ts'

const WRITE_EVERY_MS = 5_000

/** Counts what was refused: in memory first, so that a flood of it costs the database nothing. */
export interface RefusedTally {
  note(appid: string, reason: Refusal, count?: number): void
  /** All that this instance knows and the others have written, most first. */
  of(appid: string): Promise<{ reason: Refusal; count: number }[]>
  forget(appid: string): void
  start(): void
  /** Writes what is left. */
  stop(): Promise<void>
}

export function createRefusedTally(deps: { store: RefusedStore; log: Pick<Log, 'error'> }): RefusedTally {
  const { store, log } = deps
  let counted = new Map<string, RefusedCounts>()
  let writing: NodeJS.Timeout | undefined

  function note(appid: string, reason: Refusal, count = 1): void {
    let counts = counted.get(appid)
    if (!counts) {
      counts = {}
      counted.set(appid, counts)
    }
    counts[reason] = (counts[reason] ?? 0) + count
  }

  /** What could not be written is counted again later. */
  async function write(): Promise<void> {
    const due = counted
    counted = new Map()
    for (const [appid, counts] of due) {
      try {
        await store.add(appid, counts)
      } catch (error) {
        log.error({ error, appid }, 'refused events were not counted')
        for (const [reason, count] of Object.entries(counts)) note(appid, reason as Refusal, count)
      }
    }
  }

  return {
    note,
    async of(appid) {
      await write()
      return store.of(appid)
    },
    forget: appid => void counted.delete(appid),
    start() {
      writing = setInterval(() => void write(), WRITE_EVERY_MS).unref()
    },
    async stop() {
      clearInterval(writing)
      await write()
    },
  }
}
