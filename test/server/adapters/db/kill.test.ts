import { mkdirSync, readdirSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { expect, it } from 'vitest'
import { openDatabase } from '../../../../server/adapters/db/database.ts'
import { type Child, startChild } from '../../../support/child.ts'
import { seedDataDir } from '../../../support/database.ts'
import { tempFolder } from '../../../support/temp-folder.ts'

const ROUNDS = 3

async function read(child: Child, count: number): Promise<string[]> {
  const lines: string[] = []
  while (lines.length < count) lines.push((await child.line()) ?? 'ended early')
  return lines
}

async function theRest(child: Child): Promise<string[]> {
  const lines: string[] = []
  for (let line = await child.line(); line !== null; line = await child.line()) lines.push(line)
  return lines
}

async function idsIn(dataDir: string): Promise<string[]> {
  const { kysely, close } = await openDatabase({ url: null, dataDir })
  const rows = await kysely.selectFrom('people').select('id').execute()
  await close()
  return rows.map(row => row.id)
}

it('kill -9 in the middle of writing loses nothing that was answered and leaves nothing half done', {
  timeout: 120_000,
}, async () => {
  const dataDir = path.join(tempFolder(), 'data')
  await seedDataDir(dataDir)
  const answered: string[] = []
  for (let round = 0; round < ROUNDS; round++) {
    const writer = startChild(new URL('./writer.ts', import.meta.url), [dataDir, String(round * 1_000_000)])
    answered.push(...(await read(writer, 20 + round * 37)))
    await writer.kill()
    answered.push(...(await theRest(writer)))

    const found = new Set(await idsIn(dataDir))
    expect(answered.filter(id => !found.has(id))).toEqual([])
    const half = [...found].filter(id => id.endsWith('-a') && !found.has(id.replace('-a', '-b')))
    expect(half).toEqual([])
  }
})

it('a first start that was killed half-way does not stop the next one', { timeout: 120_000 }, async () => {
  const dataDir = tempFolder()
  mkdirSync(path.join(dataDir, 'database.unfinished', 'base'), { recursive: true })
  writeFileSync(path.join(dataDir, 'database.unfinished', 'PG_VERSION'), '18\n')
  expect(await idsIn(dataDir)).toEqual([])
  expect(readdirSync(dataDir)).toEqual(['database'])
})
