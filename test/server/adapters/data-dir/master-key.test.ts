import { readFileSync, statSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { describe, expect, it } from 'vitest'
import { masterKeysOf } from '../../../../server/adapters/data-dir/master-key.ts'
import { tempFolder } from '../../../support/temp-folder.ts'

const without = (dataDir: string) => ({ masterKeys: null, dataDir })

describe('the master key of a data folder', () => {
  it('is the setting where there is one, and then no file is made', async () => {
    const key = Buffer.alloc(32, 1)
    expect(await masterKeysOf({ masterKeys: [key], dataDir: '/nowhere' })).toEqual([key])
  })

  it('is made at the first start, for the owner alone', async () => {
    const folder = path.join(tempFolder(), 'data')
    const [key] = await masterKeysOf(without(folder))
    expect(key).toHaveLength(32)
    expect(statSync(path.join(folder, 'master.key')).mode & 0o777).toBe(0o600)
    expect(statSync(folder).mode & 0o777).toBe(0o700)
  })

  it('stays the same from start to start', async () => {
    const folder = tempFolder()
    expect(await masterKeysOf(without(folder))).toEqual(await masterKeysOf(without(folder)))
  })

  it('is one for all who ask at the same time', async () => {
    const folder = tempFolder()
    const rings = await Promise.all(Array.from({ length: 8 }, () => masterKeysOf(without(folder))))
    expect(new Set(rings.map(([key]) => key?.toString('hex'))).size).toBe(1)
  })

  it('differs from folder to folder', async () => {
    expect(await masterKeysOf(without(tempFolder()))).not.toEqual(await masterKeysOf(without(tempFolder())))
  })

  it('stops the start when its file is damaged, without printing it', async () => {
    const folder = tempFolder()
    await masterKeysOf(without(folder))
    const file = path.join(folder, 'master.key')
    const damaged = readFileSync(file, 'utf8').slice(0, 20)
    writeFileSync(file, damaged)
    const complaint = await masterKeysOf(without(folder)).catch(error => error.message)
    expect(complaint).toMatch(/^MASTER_KEY in master.key of DATA_DIR is damaged/)
    expect(complaint).not.toContain(damaged)
  })
})
