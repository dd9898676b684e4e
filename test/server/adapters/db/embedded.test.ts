import fs from 'node:fs'
import { syncBuiltinESMExports } from 'node:module'
import path from 'node:path'
import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, it, onTestFinished } from 'vitest'
import { type Database, openDatabase } from '../../../../server/adapters/db/database.ts'
import { WorkerClient } from '../../../../server/adapters/db/pglite/worker-client.ts'
import { openMemoryDatabase, seedDataDir } from '../../../support/database.ts'
import { tempFolder } from '../../../support/temp-folder.ts'

describe('the embedded database on a folder', { timeout: 120_000 }, () => {
  it('keeps what it holds from start to start and is in use meanwhile', async () => {
    const dataDir = path.join(tempFolder(), 'data')
    const first = await openDatabase({ url: null, dataDir })
    await sql`insert into keys (name, sealed) values ('n', 's')`.execute(first.kysely)
    await expect(openDatabase({ url: null, dataDir })).rejects.toThrow(/^DATA_DIR is in use by process/)
    await first.close()
    await expect(first.ping()).rejects.toThrow()

    const second = await openDatabase({ url: null, dataDir })
    onTestFinished(second.close)
    expect(second.engine).toBe('pglite')
    expect(await second.kysely.selectFrom('keys').selectAll().execute()).toEqual([{ name: 'n', sealed: 's' }])
  })

  it('frees the folder when it cannot be opened', async () => {
    const dataDir = tempFolder()
    fs.mkdirSync(path.join(dataDir, 'database'))
    fs.writeFileSync(path.join(dataDir, 'database', 'PG_VERSION'), 'nonsense')
    const open = () => openDatabase({ url: null, dataDir }).catch(error => error)
    const [first, second] = [await open(), await open()]
    expect(first.message).toMatch(/^DATA_DIR holds a database that cannot be opened/)
    expect(second.message).toBe(first.message)
  })

  it('syncs every commit to disk', async () => {
    const original = fs.fsyncSync
    let synced = 0
    fs.fsyncSync = handle => {
      synced++
      original(handle)
    }
    syncBuiltinESMExports()
    onTestFinished(() => {
      fs.fsyncSync = original
      syncBuiltinESMExports()
    })
    const dataDir = tempFolder()
    await seedDataDir(dataDir)
    const { openFolder } = await import('../../../../server/adapters/db/pglite/open.mjs')
    const pg = await openFolder(path.join(dataDir, 'database'))
    onTestFinished(() => pg.close())
    await pg.exec('create table written (n int)')
    synced = 0
    for (let n = 0; n < 20; n++) await pg.query('insert into written values ($1)', [n])
    expect(synced).toBeGreaterThanOrEqual(20)
  })
})

describe('the thread of the embedded database', { timeout: 120_000 }, () => {
  it('is missed when it ends by itself', async () => {
    const client = await WorkerClient.start({ folder: null, image: null })
    await client.ask({ close: true })
    expect((await client.lost).message).toBe('the embedded database has ended')
    await expect(client.ask({ text: 'select 1', parameters: [] })).rejects.toThrow('the embedded database has ended')
  })

  it('is not missed when it was asked to end', async () => {
    const client = await WorkerClient.start({ folder: null, image: null })
    await client.end()
    expect(await Promise.race([client.lost, Promise.resolve('at peace')])).toBe('at peace')
  })
})

describe('the one connection of the embedded database', () => {
  let db: Database
  beforeAll(async () => {
    db = await openMemoryDatabase()
    await sql`create table counters (name text primary key, value bigint not null, flag boolean, words text[])`.execute(
      db.kysely,
    )
  })
  afterAll(() => db.close())

  const value = async (name: string) => {
    const { rows } = await sql<{ value: number }>`select value from counters where name = ${name}`.execute(db.kysely)
    return rows[0]?.value ?? null
  }
  const add = (name: string, executor = db.kysely) =>
    sql`insert into counters (name, value) values (${name}, 1)
        on conflict (name) do update set value = counters.value + 1`.execute(executor)

  it('keeps others out of a transaction', async () => {
    const order: string[] = []
    await Promise.all([
      db.kysely.transaction().execute(async trx => {
        await add('inside', trx)
        order.push('first')
        await add('inside', trx)
        order.push('second')
      }),
      value('inside').then(seen => order.push(`seen ${seen}`)),
    ])
    expect(order).toEqual(['first', 'second', 'seen 2'])
  })

  it('undoes a transaction that throws, and is free afterwards', async () => {
    const broken = db.kysely.transaction().execute(async trx => {
      await add('undone', trx)
      throw new Error('no')
    })
    await expect(broken).rejects.toThrow('no')
    expect(await value('undone')).toBeNull()
  })

  it('undoes a transaction in which a statement fails, and is free afterwards', async () => {
    const broken = db.kysely.transaction().execute(async trx => {
      await add('failed', trx)
      await sql`insert into counters (name, value) values ('failed', 2)`.execute(trx)
    })
    await expect(broken).rejects.toMatchObject({ code: '23505', constraint: 'counters_pkey' })
    expect(await value('failed')).toBeNull()
  })

  it('carries no parameter in what a failure says', async () => {
    await add('hunter2')
    const failure = await sql`insert into counters (name, value) values (${'hunter2'}, 2)`
      .execute(db.kysely)
      .catch(error => error)
    expect(`${failure.message}${JSON.stringify(failure)}`).not.toContain('hunter2')
  })

  it('hands out numbers, booleans and lists as such', async () => {
    const instant = Date.UTC(2026, 6, 14)
    await sql`insert into counters values ('typed', ${instant}, ${true}, ${['a,b', '"c"', '']}::text[])`.execute(
      db.kysely,
    )
    const { rows } = await sql`select * from counters where name = 'typed'`.execute(db.kysely)
    expect(rows).toEqual([{ name: 'typed', value: instant, flag: true, words: ['a,b', '"c"', ''] }])
  })
})
