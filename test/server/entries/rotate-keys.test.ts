import { execFile } from 'node:child_process'
import path from 'node:path'
import { fileURLToPath } from 'node:url'
import { describe, expect, it } from 'vitest'
import { openDatabase } from '../../../server/adapters/db/database.ts'
import { createHashKeyStore } from '../../../server/adapters/db/hash-key-store.ts'
import { createStores } from '../../../server/adapters/db/stores.ts'
import { createVault } from '../../../server/adapters/vault/vault.ts'
import { seedDataDir } from '../../support/database.ts'
import { bound } from '../../support/suites/stores/made-up.ts'
import { tempFolder } from '../../support/temp-folder.ts'

const ENTRY = fileURLToPath(new URL('../../../server/entries/rotate-keys.ts', import.meta.url))
const [newKey, oldKey] = [Buffer.alloc(32, 1), Buffer.alloc(32, 2)]
const base64 = (...keys: Buffer[]) => keys.map(key => key.toString('base64')).join(',')

const run = (env: Record<string, string>) =>
  new Promise<{ code: number; out: string; err: string }>(resolve => {
    const child = execFile(process.execPath, ['--import', 'tsx', ENTRY], { env }, (_, out, err) =>
      resolve({ code: child.exitCode ?? -1, out, err }),
    )
  })

describe('npm run rotate-keys', { timeout: 120_000 }, () => {
  it('seals everything anew, and needs the server stopped for it', async () => {
    const dataDir = path.join(tempFolder(), 'data')
    await seedDataDir(dataDir)
    const db = await openDatabase({ url: null, dataDir })
    const vault = await createVault({ masterKeys: [oldKey], hashKeyStore: createHashKeyStore(db.kysely) })
    const { appid } = await bound({ db, vault, stores: createStores(db, vault), close: db.close })
    const env = { DATA_DIR: dataDir, MASTER_KEY: base64(newKey, oldKey) }

    const whileRunning = await run(env)
    expect(whileRunning).toMatchObject({ code: 1, out: '' })
    expect(whileRunning.err).toMatch(/^DATA_DIR is in use by process \d+; stop that one first[^\n]*\n$/)
    await db.close()

    const foreign = await run({ ...env, MASTER_KEY: base64(newKey) })
    expect(foreign).toMatchObject({ code: 1, out: '' })
    expect(foreign.err).toMatch(/^MASTER_KEY does not open this database[^\n]*\n$/)

    const done = await run(env)
    expect(done).toMatchObject({ code: 0, err: '' })
    expect(done.out).toContain('1 AppSecrets, 0 access tokens, 0 openids, 1 hash key')

    const after = await openDatabase({ url: null, dataDir })
    const newVault = await createVault({ masterKeys: [newKey], hashKeyStore: createHashKeyStore(after.kysely) })
    expect(await createStores(after, newVault).secrets.read(appid)).toBe(`secret of ${appid}`)
    expect(newVault.hash('openid', 'openid')).toBe(vault.hash('openid', 'openid'))
    await after.close()
  })
})
