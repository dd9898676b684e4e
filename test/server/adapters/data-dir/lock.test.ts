import { readdirSync, statSync, symlinkSync, writeFileSync } from 'node:fs'
import { createServer } from 'node:net'
import path from 'node:path'
import { describe, expect, it, onTestFinished } from 'vitest'
import { lockDataDir } from '../../../../server/adapters/data-dir/lock.ts'
import { startChild } from '../../../support/child.ts'
import { tempFolder } from '../../../support/temp-folder.ts'

const holder = (folder: string) => startChild(new URL('./holder.ts', import.meta.url), [folder])

describe('the lock on a data folder', { timeout: 120_000 }, () => {
  it('makes the folder for the owner alone', async () => {
    const folder = path.join(tempFolder(), 'deep', 'data')
    await lockDataDir(folder)
    expect(statSync(folder).mode & 0o777).toBe(0o700)
  })

  it('refuses another process in one line while the first lives', async () => {
    const folder = tempFolder()
    await lockDataDir(folder)
    expect(await holder(folder).line()).toBe(
      `refused: DATA_DIR is in use by process ${process.pid}; stop that one first, or write another folder`,
    )
  })

  it('refuses while the first is stopped and cannot answer', async () => {
    const folder = tempFolder()
    const first = holder(folder)
    expect(await first.line()).toBe('holds')
    first.process.kill('SIGSTOP')
    await expect(lockDataDir(folder)).rejects.toThrow(/^DATA_DIR is in use by another process/)
  })

  it('refuses a second one in the same process', async () => {
    const folder = tempFolder()
    await lockDataDir(folder)
    await expect(lockDataDir(folder)).rejects.toThrow('DATA_DIR is in use')
  })

  it('is free at once after kill -9', async () => {
    const folder = tempFolder()
    const first = holder(folder)
    expect(await first.line()).toBe('holds')
    await first.kill()
    await lockDataDir(folder)
    expect(readdirSync(folder)).toHaveLength(1)
  })

  it('is free after a release and leaves nothing behind', async () => {
    const folder = tempFolder()
    const lock = await lockDataDir(folder)
    await lock.release()
    expect(readdirSync(folder)).toEqual([])
    await lockDataDir(folder)
  })

  it('lets exactly one of many through that come at once, also over the leavings of a dead one', async () => {
    const folder = tempFolder()
    const dead = holder(folder)
    await dead.line()
    await dead.kill()
    const attempts = await Promise.allSettled(Array.from({ length: 12 }, () => lockDataDir(folder)))
    expect(attempts.filter(({ status }) => status === 'fulfilled')).toHaveLength(1)
  })

  it('lets exactly one of several processes through', async () => {
    const folder = tempFolder()
    const words = await Promise.all([1, 2, 3].map(() => holder(folder).line()))
    expect(words.filter(word => word === 'holds')).toHaveLength(1)
    expect(words.filter(word => word?.startsWith('refused: DATA_DIR is in use'))).toHaveLength(2)
  })

  it('works under a path that is longer than the name of a socket may be', async () => {
    const folder = path.join(tempFolder(), 'x'.repeat(120), 'y'.repeat(120))
    const lock = await lockDataDir(folder)
    await expect(lockDataDir(folder)).rejects.toThrow('DATA_DIR is in use')
    await lock.release()
    expect(readdirSync(folder)).toEqual([])
  })

  it('is the same under a symbolic link', async () => {
    const folder = tempFolder()
    const alias = path.join(tempFolder(), 'alias')
    symlinkSync(folder, alias)
    await lockDataDir(folder)
    await expect(lockDataDir(alias)).rejects.toThrow('DATA_DIR is in use')
  })

  it('leaves foreign sockets alone', async () => {
    const folder = tempFolder()
    const foreign = createServer().listen(path.join(folder, 'other.sock'))
    onTestFinished(() => void foreign.close())
    await lockDataDir(folder)
    expect(readdirSync(folder)).toContain('other.sock')
  })

  it('names the setting when the folder cannot be one', async () => {
    const file = path.join(tempFolder(), 'file')
    writeFileSync(file, '')
    await expect(lockDataDir(path.join(file, 'data'))).rejects.toThrow(/^DATA_DIR cannot be used as a folder/)
  })
  it.runIf(process.platform === 'linux')('names the setting where no folder can be made', async () => {
    await expect(lockDataDir('/proc/data/assistant')).rejects.toThrow(/^DATA_DIR cannot be used as a folder \(ENOENT\)/)
  })
})
