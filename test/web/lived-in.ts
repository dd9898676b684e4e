import { cpSync, existsSync, renameSync } from 'node:fs'
import path from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { alone } from '../../scripts/lock.mjs'
import { demoApp } from '../../server/sandbox/index.ts'
import type { DemoPerson } from '../../src/contract/identity.ts'
import { seedDataDir, seededFolder } from '../support/database.ts'
import { startServer, temporaryFolder } from '../support/server-process.ts'
import { type Ask, client } from '../support/whole-server.ts'

/**
 * A data folder of the demo that has read the days of its big app: before, cards change under the eyes of a test. They are read once for all files
 * of a test run, each gets a copy; outside a run they are read at each call.
 * @param ahead how far the demo's clock is ahead of the machine's, ms, by the settings in `env`
 */
export async function livedInFolder(ahead: number, env: Record<string, string>) {
  const run = process.env.TEST_RUN_FOLDER
  if (!run) {
    const data = await seededFolder()
    await readDays(data.folder, env)
    return data
  }
  const kept = path.join(run, `demo ${ahead}`)
  await alone(run, 'read the days of the demo', async () => {
    if (existsSync(kept)) return
    const draft = `${kept}.${process.pid}`
    await seedDataDir(draft)
    await readDays(draft, env)
    renameSync(draft, kept)
  })
  const data = await temporaryFolder()
  cpSync(kept, data.folder, { recursive: true })
  return data
}

async function readDays(dataDir: string, env: Record<string, string>) {
  const server = await startServer({ entry: 'demo', dataDir, env })
  try {
    const ask = await askAs(server.origin, 'admin')
    while (!isRead((await ask('GET', `/apps/${demoApp.freshShop.appid}/status`)).json.backfill)) await sleep(200)
  } finally {
    await server.stop()
  }
}

const isRead = ({ done, total }: { done: number; total: number }) => done > 0 && done >= total

/** A person of the demo on the API. */
export async function askAs(origin: string, person: DemoPerson): Promise<Ask> {
  const { json } = await client(origin)('POST', '/demo/session', { as: person })
  return client(origin, json.token)
}
