import path from 'node:path'
import { createJournaledStore } from './journaled-store.ts'
import type { Events } from './lazy-store.ts'
import { createSharedStore, type SharedStoreOptions } from './shared-store.ts'

export interface EventSettings {
  dataDir: string
  databaseUrl: string | null
  eventsUrl: string | null
  eventsKeepDays: number
}

/** Events live in PostgreSQL where there is one for them, or one for everything else; else in a file of `dataDir`. */
export function createEvents(
  { dataDir, databaseUrl, eventsUrl, eventsKeepDays: keepDays }: EventSettings,
  deps: Omit<SharedStoreOptions, 'url' | 'keepDays'>,
): Events {
  const url = eventsUrl ?? databaseUrl
  if (url !== null) return createSharedStore({ url, keepDays, ...deps })
  return createJournaledStore({ folder: path.join(dataDir, 'events'), keepDays, clock: deps.clock, log: deps.log })
}
