import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { createStores, type Stores } from '../../../../server/adapters/db/stores.ts'
import type { Answered } from '../../../../server/ports/archive.ts'
import { openTestStores, type TestStores } from '../../../support/database.ts'
import { anAnswer, bound, dayOf, T0 } from '../../../support/suites/stores/made-up.ts'

const DAYS = ['2026-07-11', '2026-07-12', '2026-07-13']
const LATER = T0 + 1_000

describe('archive entries that an instance remembers beside others', () => {
  let test: TestStores
  let one: Stores
  let two: Stores
  let asked: string[]
  let appid: string

  beforeAll(async () => {
    test = await openTestStores()
  })
  afterAll(() => test.close())

  beforeEach(async () => {
    asked = []
    const { kysely } = test.db
    const watched = kysely.withPlugin({
      transformQuery: ({ node }) => node,
      transformResult: async ({ result }) => {
        asked.push(`${Object.keys(result.rows[0] ?? {}).length} × ${result.rows.length}`)
        return result
      },
    })
    one = createStores({ ...test.db, kysely: watched, engine: 'postgres' }, test.vault)
    two = createStores({ ...test.db, engine: 'postgres' }, test.vault)
    appid = (await bound({ ...test, stores: two })).appid
    for (const period of DAYS) await two.archive.keep(anAnswer(appid, { period, answer: `first of ${period}` }))
    await read()
    asked = []
  })

  const read = async (days = DAYS) =>
    (await one.archive.read(appid, 'visit.daily', days)).map(({ answer, outcome }) => `${answer} ${outcome}`)
  const change = (changes: Partial<Answered>) => two.archive.keep(anAnswer(appid, { fetchedAt: LATER, ...changes }))

  it('cost one row as long as nothing was written', async () => {
    expect(await read()).toEqual(DAYS.map(day => `first of ${day} answered`))
    expect(asked).toEqual(['1 × 1'])
  })

  it('cost their stamps once when something else was written, and one row again', async () => {
    await change({ period: '2026-07-01' })
    await read()
    await read()
    expect(asked).toEqual(['1 × 1', '2 × 3', '1 × 1'])
  })

  it.each<[string, () => Promise<unknown>, string]>([
    ['another answer', () => change({ period: '2026-07-12', answer: 'second' }), 'second answered'],
    [
      'another answer of the same instant',
      () => change({ period: '2026-07-12', fetchedAt: T0, answer: 'second' }),
      'second answered',
    ],
    [
      'a failure',
      () => two.archive.note({ ...dayOf(appid, '2026-07-12'), at: LATER, outcome: 'failed' }),
      'first of 2026-07-12 failed',
    ],
  ])('are never older than the database: %s', async (_, write, now) => {
    await write()
    expect((await read())[1]).toBe(now)
    expect(asked).toEqual(['1 × 1', '2 × 3', '13 × 1'])
    expect((await read())[1]).toBe(now)
  })

  it('are gone when the archive is erased, and other ones when it is filled again', async () => {
    await two.archive.erase(appid)
    expect(await read()).toEqual([])
    await change({ period: '2026-07-12', answer: 'again' })
    expect(await read()).toEqual(['again answered'])
  })

  it('are out of sight while the app is not bound, and back with its archive', async () => {
    await two.apps.unbind(appid, { keepArchive: true }, { actorId: 'admin', at: 0 })
    expect(await read()).toEqual([])
    await bound({ ...test, stores: two }, { appid })
    expect(await read()).toHaveLength(3)
  })

  it('make a range of the days of others', async () => {
    await change({ period: '2026-07-14', answer: 'new' })
    expect(await read(['2026-07-13', '2026-07-14', '2026-07-15'])).toEqual([
      'first of 2026-07-13 answered',
      'new answered',
    ])
  })

  it('do not outlive a write that came between the look and the read', async () => {
    const [before] = await Promise.all([read(), change({ period: '2026-07-11', answer: 'second' })])
    expect(before).toHaveLength(3)
    expect((await read())[0]).toBe('second answered')
  })
})
