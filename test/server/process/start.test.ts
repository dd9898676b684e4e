import { writeFile } from 'node:fs/promises'
import path from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { Sandbox } from '../../../server/sandbox/index.ts'
import { seedDataDir } from '../../support/database.ts'
import { type ServerProcess, spawnServer, startServer, temporaryFolder } from '../../support/server-process.ts'
import { newMasterKey, productionSettings, startSampleSandbox } from '../../support/whole-server.ts'

/** What a person at a terminal reads, without the lines of the log. */
const words = (server: ServerProcess) =>
  server
    .output()
    .split('\n')
    .filter(line => line.trim() !== '' && !line.startsWith('{'))

describe('starting the production server', () => {
  let sandbox: Sandbox
  let settings: Record<string, string>
  let data: Awaited<ReturnType<typeof temporaryFolder>>
  let started: ServerProcess[]

  beforeEach(async () => {
    sandbox = await startSampleSandbox([])
    settings = productionSettings(sandbox, newMasterKey())
    data = await temporaryFolder()
    started = []
  })

  afterEach(async () => {
    await Promise.all(started.map(server => server.kill()))
    await sandbox.close()
    await data.remove()
  })

  const start = async (env = settings) => {
    const server = await startServer({ entry: 'node', dataDir: data.folder, env })
    started.push(server)
    return server
  }

  const fail = async (env: Record<string, string>) => {
    const server = await spawnServer({ entry: 'node', dataDir: data.folder, env })
    started.push(server)
    return { code: await server.exited, said: words(server), whole: server.output() }
  }

  it('is ready on an empty folder, calls nobody, and ends with 0 when asked to', async () => {
    const server = await start()
    expect(sandbox.calls).toEqual([])
    expect(await server.stop()).toBe(0)
  })

  it.each([
    ['MASTER_KEY', ''],
    ['MASTER_KEY', 'short'],
    ['ASSISTANT_APPID', ''],
    ['ASSISTANT_SECRET', ''],
    ['PORT', 'eighty'],
    ['PORT', '70000'],
    ['WECHAT_API_BASE', 'not an address'],
    ['TRUST_PROXY', '-1'],
    ['REQUEST_RATE', 'many'],
    ['HOST', '192.0.2.1'],
  ])('is refused by one line that names the setting: %s=%j', async (name, value) => {
    const { code, said, whole } = await fail({ ...settings, [name]: value })
    expect(code).not.toBe(0)
    expect(said).toHaveLength(1)
    expect(said[0]).toContain(name)
    expect(whole).not.toContain(settings.ASSISTANT_SECRET)
    expect(whole).not.toContain(settings.MASTER_KEY)
  })

  it.each([
    ['a file stands in its place', (folder: string) => path.join(folder, 'file')],
    ['a file stands above it', (folder: string) => path.join(folder, 'file', 'data')],
    ['its file system takes nothing', () => '/proc/data-assistant'],
  ])('is refused by one line where DATA_DIR cannot be written to: %s', async (_, place) => {
    await writeFile(path.join(data.folder, 'file'), 'no folder')
    const server = await spawnServer({ entry: 'node', dataDir: place(data.folder), env: settings })
    started.push(server)
    expect(await server.exited).not.toBe(0)
    expect(words(server)).toEqual([
      expect.stringMatching(/^DATA_DIR cannot be used as a folder \(E[A-Z]+\); write one/),
    ])
  })

  it('is refused by one line where the database in DATA_DIR is none', async () => {
    await writeFile(path.join(data.folder, 'database'), 'no folder')
    const { code, said } = await fail(settings)
    expect(code).not.toBe(0)
    expect(said).toEqual([expect.stringMatching(/^DATA_DIR /)])
  })

  describe('where it was started before', () => {
    beforeEach(() => seedDataDir(data.folder))

    it('is refused in words on the folder of a server that lives', async () => {
      await start()
      const second = await fail(settings)
      expect(second.code).not.toBe(0)
      expect(second.said.join('\n')).toMatch(/^DATA_DIR is in use by process \d+/)
    })

    it('goes through on the folder of a server that was killed', async () => {
      const first = await start()
      await first.kill()
      const second = await start()
      expect(await second.stop()).toBe(0)
    })

    it('ends with 1 and says why when its database dies, so that whoever watches starts another', async () => {
      const endings = new URL('./ending-workers.mjs', import.meta.url).href
      const server = await start({ ...settings, NODE_OPTIONS: `--import=${endings}` })
      process.kill(server.pid, 'SIGUSR2')
      expect(await server.exited).toBe(1)
      expect(server.output()).toContain('the database is gone')
    })

    it('is refused with another master key than the one that sealed the data', async () => {
      await (await start()).stop()
      const { code, said } = await fail({ ...settings, MASTER_KEY: newMasterKey() })
      expect(code).not.toBe(0)
      expect(said.join('\n')).toContain('MASTER_KEY')
    })
  })
})
