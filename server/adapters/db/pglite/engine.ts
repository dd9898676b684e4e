import { existsSync } from 'node:fs'
import type { Engine, Outcome } from '../engine.ts'
import { initialise } from './initialise.ts'
import { Queue } from './queue.ts'
import { WorkerClient } from './worker-client.ts'

/** The embedded engine also hands out its whole content, from which a test starts faster than from nothing. */
export type EmbeddedEngine = Engine & { image(): Promise<Uint8Array> }

/**
 * PGlite in a worker. It has one connection: a transaction keeps everybody else waiting, so nothing slow, least of all
 * the network, belongs inside one.
 * @param folder `null` keeps everything in memory
 * @param image what an empty database begins with, for tests
 */
export async function openPglite(folder: string | null, image: Uint8Array | null = null): Promise<EmbeddedEngine> {
  if (folder !== null && !image && !existsSync(folder)) await initialise(folder)
  const client = await WorkerClient.start({ folder, image })
  const queue = new Queue()
  return {
    name: 'pglite',
    lost: client.lost,
    async acquire() {
      const release = await queue.turn()
      return { release, query: (text, parameters) => client.ask<Outcome>({ text, parameters }) }
    },
    image: () => client.ask<Uint8Array>({ image: true }),
    async close() {
      const release = await queue.turn()
      await client.end().finally(release)
    },
  }
}
