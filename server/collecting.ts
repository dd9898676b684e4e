import type { Stores } from './adapters/db/stores.ts'
import type { EventStore } from './ports/events.ts'
import type { Log } from './ports/log.ts'
import type { Random } from './ports/random.ts'
import type { Vault } from './ports/vault.ts'
import type { CollectDesk } from './usecases/collect/desk.ts'
import { createEventRates } from './usecases/collect/event-rates.ts'
import { finishErasures } from './usecases/collect/finish-erasures.ts'
import { createIdentityHashes } from './usecases/collect/identity-hashes.ts'
import { createRefusedTally } from './usecases/collect/refused-counts.ts'
import { createWriteKeys } from './usecases/collect/write-keys.ts'

export interface CollectingDeps {
  events: EventStore
  stores: Pick<Stores, 'writeKeys' | 'refused' | 'erasures'>
  vault: Vault
  random: Random
  log: Log
  /** Events a second for each write key. */
  rate: number
  /** Whether other instances work on the same database. */
  shared: boolean
}

/** What takes events, put together. */
export interface Collecting {
  desk: CollectDesk
  /** Reads the write keys, then hears what changes; call it before the first request. */
  start(): Promise<void>
  /** Finishes what an earlier process left undone, in the background. */
  goOn(): void
  /** Writes what is counted; the store of events is closed by whoever opened it. */
  stop(): Promise<void>
}

export function createCollecting({ events, stores, vault, random, log, rate, shared }: CollectingDeps): Collecting {
  const writeKeys = createWriteKeys({ store: stores.writeKeys, vault, random, log, shared })
  const refused = createRefusedTally({ store: stores.refused, log })
  return {
    desk: {
      events,
      writeKeys,
      refused,
      erasures: stores.erasures,
      rates: createEventRates(rate),
      identities: createIdentityHashes(vault),
    },
    async start() {
      await writeKeys.load()
      writeKeys.start()
      refused.start()
    },
    goOn() {
      finishErasures({ events, erasures: stores.erasures }).catch(error =>
        log.error({ error }, 'the events of apps that were unbound are not all erased'),
      )
    },
    async stop() {
      writeKeys.stop()
      await refused.stop()
    },
  }
}
