import { setTimeout as sleep } from 'node:timers/promises'
import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, it, onTestFinished } from 'vitest'
import { openDatabase } from '../../../../server/adapters/db/database.ts'
import { openPostgres } from '../../../../server/adapters/db/postgres/engine.ts'
import { UnavailableError } from '../../../../server/errors.ts'
import type { TestStores } from '../../../support/database.ts'
import { execute, type PostgresServer, startPostgres } from '../../../support/postgres.ts'
import { openStoresOn } from '../../../support/postgres-stores.ts'
import { describeRotation } from '../../../support/suites/rotation.ts'
import { anAnswer, bound, bySomebody, registered, signedIn, T0 } from '../../../support/suites/stores/made-up.ts'
import { describeStores } from '../../../support/suites/stores.ts'

let server: PostgresServer
beforeAll(async () => {
  server = await startPostgres()
}, 120_000)
afterAll(() => server.stop())

const openOwn = async (url: string): Promise<TestStores> => {
  const instance = await openStoresOn(url)
  onTestFinished(instance.close)
  return instance
}

describeStores('PostgreSQL', async () => openStoresOn(await server.createDatabase()))
describeRotation('PostgreSQL', async () => openStoresOn(await server.createDatabase()))

describe('a PostgreSQL that is away', () => {
  it('is unavailable, where nobody listens', async () => {
    const engine = openPostgres('postgres://postgres@127.0.0.1:1/none')
    await expect(engine.acquire()).rejects.toBeInstanceOf(UnavailableError)
    await engine.close()
  })

  it('is unavailable to a statement that it breaks off, and there for the next', async () => {
    const engine = openPostgres(await server.createDatabase())
    onTestFinished(() => engine.close())
    const broken = await engine.acquire()
    const said = await broken.query('select pg_terminate_backend(pg_backend_pid())', []).catch(error => error)
    broken.release()
    expect(said).toBeInstanceOf(UnavailableError)
    const next = await engine.acquire()
    expect((await next.query('select 1 as one', [])).rows).toEqual([{ one: 1 }])
    next.release()
  })

  it('ends no process when it leaves a connection between two statements', async () => {
    const url = await server.createDatabase()
    const engine = openPostgres(url)
    onTestFinished(() => engine.close())
    const held = await engine.acquire()
    await held.query('begin', [])
    const { rows } = await held.query('select pg_backend_pid() as pid', [])
    await execute(url, `select pg_terminate_backend(${rows[0]?.pid})`)
    await sleep(200)
    const said = await held.query('select 1', []).catch(error => error)
    held.release()
    expect(said).toBeInstanceOf(UnavailableError)
  })

  it('takes a faulty statement for a failure', async () => {
    const engine = openPostgres(await server.createDatabase())
    onTestFinished(() => engine.close())
    const connection = await engine.acquire()
    await expect(connection.query('select nothing', [])).rejects.toMatchObject({
      name: 'DatabaseFailure',
      code: '42703',
    })
    connection.release()
  })
})

describe('several instances on one PostgreSQL', () => {
  it('start at once on an empty database', async () => {
    const url = await server.createDatabase()
    const instances = await Promise.all(Array.from({ length: 6 }, () => openOwn(url)))
    for (const { db } of instances) await db.ping()
  })

  it('agree on the hash key', async () => {
    const url = await server.createDatabase()
    const instances = await Promise.all([1, 2, 3].map(() => openOwn(url)))
    expect(new Set(instances.map(({ vault }) => vault.hash('openid', 'openid'))).size).toBe(1)
  })

  it('grant each claim once', async () => {
    const url = await server.createDatabase()
    const instances = await Promise.all([1, 2, 3].map(() => openOwn(url)))
    const { appid } = await bound(instances[0] as TestStores)
    const periods = Array.from({ length: 60 }, (_, n) => `period-${n}`)
    const orders = instances.flatMap(instance => [
      { instance, order: periods },
      { instance, order: [...periods].reverse() },
    ])
    const granted = await Promise.all(
      orders.map(({ instance, order }) => instance.stores.archive.claim(appid, 'visit.daily', order, T0, T0 + 1)),
    )
    expect(granted.flat().sort()).toEqual([...periods].sort())
  })

  it('see each other’s writes on the very next read', async () => {
    const url = await server.createDatabase()
    const [one, two] = [await openOwn(url), await openOwn(url)]
    const { appid, admin } = await bound(one)
    const tokenHash = await signedIn(one, admin.id)
    const relation = async () => (await one.stores.sessions.caller(tokenHash, appid, T0))?.relation ?? null
    expect(await relation()).toEqual({ role: 'admin' })
    expect(await one.stores.archive.read(appid, 'visit.daily', ['2026-07-13'])).toEqual([])
    await two.stores.archive.keep(anAnswer(appid))
    expect(await one.stores.archive.version(appid)).toBe(1)
    expect(await one.stores.archive.read(appid, 'visit.daily', ['2026-07-13'])).toHaveLength(1)
    await two.stores.apps.unbind(appid, { keepArchive: false }, bySomebody)
    expect(await relation()).toBeNull()
  })

  it('never show an older number after a revision than the database holds', async () => {
    const url = await server.createDatabase()
    const instances = [await openOwn(url), await openOwn(url)] as const
    const { appid } = await bound(instances[0])
    const periods = ['2026-07-11', '2026-07-12', '2026-07-13']
    const shown = async ({ stores }: TestStores) =>
      (await stores.archive.read(appid, 'visit.daily', periods)).map(({ answer }) => Number(answer))
    const lowest = [0, 0, 0]
    for (let round = 1; round <= 30; round++) {
      const [writer, reader] = round % 2 ? instances : instances.toReversed()
      const place = round % 3
      const period = periods[place] ?? ''
      const answer = anAnswer(appid, { period, answer: String(round), fetchedAt: T0 + round })
      const beside = Array.from({ length: 4 }, () => shown(reader as TestStores))
      await writer?.stores.archive.keep(answer)
      await Promise.all(beside)
      lowest[place] = round
      if (round < periods.length) continue
      for (const instance of instances) expect(await shown(instance)).toEqual(lowest)
    }
  })

  it('keep nothing of an app whose answer and unbinding cross', async () => {
    const url = await server.createDatabase()
    const [one, two] = [await openOwn(url), await openOwn(url)]
    for (let round = 0; round < 10; round++) {
      const { appid } = await bound(one)
      const periods = Array.from({ length: 10 }, (_, n) => `period-${n}`)
      await Promise.all([
        ...periods.map(period => one.stores.archive.keep(anAnswer(appid, { period }))),
        one.stores.archive.claim(appid, 'visit.daily', periods.toReversed(), T0, T0 + 1),
        two.stores.apps.unbind(appid, { keepArchive: false }, bySomebody),
      ])
    }
    expect(await one.db.kysely.selectFrom('archive').selectAll().execute()).toEqual([])
  })
})

describe('a connection to PostgreSQL', () => {
  const terminateOthers = sql`
    select pg_terminate_backend(pid) from pg_stat_activity
    where datname = current_database() and pid <> pg_backend_pid()`

  it('that the server ended while idle is replaced unnoticed', async () => {
    const url = await server.createDatabase()
    const instance = await openOwn(url)
    const other = await openOwn(url)
    await instance.db.ping()
    await terminateOthers.execute(other.db.kysely)
    await expect.poll(() => instance.db.ping().then(() => 'well', String)).toBe('well')
  })

  it('that hangs is given up, and the next statement gets another one', async () => {
    const url = await server.createDatabase()
    const engine = openPostgres(url, { size: 1, statementMs: 200 })
    onTestFinished(engine.close)
    const run = async (text: string) => {
      const connection = await engine.acquire()
      return connection.query(text, []).finally(() => connection.release())
    }
    await expect(run('select pg_sleep(60)')).rejects.toMatchObject({ name: 'DatabaseFailure', code: '57014' })
    expect(await run('select 1 as one')).toMatchObject({ rows: [{ one: 1 }] })
  })

  it.each([
    ['at a port where nobody listens', async () => 'postgres://lin:hunter2@127.0.0.1:1/none'],
    ['of a database that is not there', async () => `${await server.createDatabase()}_none`.replace('@', ':hunter2@')],
  ])('that cannot be made, %s, stops the start in one line without the password', async (_, url) => {
    const failure = await openDatabase({ url: await url(), dataDir: '/nowhere' }).catch(error => error)
    expect(failure).toMatchObject({ name: 'SettingError', setting: 'DATABASE_URL' })
    expect(failure.message).toMatch(/^DATABASE_URL leads to no database \([^\n]+\); write [^\n]+$/)
    expect(`${failure.message}${JSON.stringify(failure)}`).not.toContain('hunter2')
  })

  it('carries no parameter in what a failure says', async () => {
    const url = await server.createDatabase()
    const instance = await openOwn(url)
    const person = await registered(instance)
    const again = instance.db.kysely.insertInto('people').values({
      id: person.id,
      nickname: 'hunter2',
      avatar_url: null,
      handle: null,
      locale: 'en',
      pin: '0000',
      openid_hash: 'hunter2',
      unionid_hash: null,
      created_at: 0,
    })
    const failure = await again.execute().catch(error => error)
    expect(failure).toMatchObject({ code: '23505', constraint: 'people_pkey' })
    expect(`${failure.message}${JSON.stringify(failure)}`).not.toContain('hunter2')
  })

  it('waits for what runs when the database closes', async () => {
    const url = await server.createDatabase()
    await execute(url, 'create table slow (n int)')
    const { db } = await openStoresOn(url)
    const writing = sql`insert into slow select 1 from pg_sleep(0.2)`.execute(db.kysely)
    await db.ping()
    await Promise.all([writing, db.close()])
  })
})
