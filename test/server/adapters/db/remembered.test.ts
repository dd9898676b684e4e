import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import type { Engine } from '../../../../server/adapters/db/engine.ts'
import { BoundedCache } from '../../../../server/adapters/db/stores/bounded-cache.ts'
import { EntryMemory } from '../../../../server/adapters/db/stores/entry-memory.ts'
import { Memory } from '../../../../server/adapters/db/stores/memory.ts'
import { createStores, type Stores } from '../../../../server/adapters/db/stores.ts'
import type { ArchiveEntry } from '../../../../server/ports/archive.ts'
import { openTestStores, type TestStores } from '../../../support/database.ts'
import { anAnswer, bound, signedIn, T0 } from '../../../support/suites/stores/made-up.ts'

describe('what every request reads', () => {
  let test: TestStores
  let asked: number
  let counted: (engine: Engine['name']) => Stores

  beforeAll(async () => {
    test = await openTestStores()
  })
  afterAll(() => test.close())

  beforeEach(() => {
    asked = 0
    const { kysely } = test.db
    const watched = kysely.withPlugin({
      transformQuery: ({ node }) => {
        asked++
        return node
      },
      transformResult: async ({ result }) => result,
    })
    counted = engine => createStores({ ...test.db, kysely: watched, engine }, test.vault)
  })

  const readThrice = async (stores: Stores) => {
    const { appid, admin } = await bound({ ...test, stores })
    const tokenHash = await signedIn({ ...test, stores }, admin.id)
    await stores.archive.keep(anAnswer(appid))
    asked = 0
    for (let n = 0; n < 3; n++) {
      await stores.sessions.caller(tokenHash, appid, T0)
      await stores.archive.version(appid)
      await stores.archive.read(appid, 'visit.daily', ['2026-07-13'])
    }
    return asked
  }

  it('comes from memory on the embedded database', async () => {
    expect(await readThrice(counted('pglite'))).toBe(3)
  })

  it('leaves no trace of tokens that nobody has', async () => {
    const { sessions } = counted('pglite')
    for (let n = 0; n < 3; n++) await sessions.caller('nobody has this', null, T0)
    expect(asked).toBe(3)
  })

  it('is asked for where other instances write too, an entry by the version of its archive alone', async () => {
    expect(await readThrice(counted('postgres'))).toBe(3 + 3 + (1 + 3))
  })
})

describe('a memory', () => {
  it('does not keep what was read while a write was under way', async () => {
    const memory = new Memory<string>(10)
    let finishRead = (_: string) => {}
    const reading = memory.recall('key', () => new Promise<string>(resolve => (finishRead = resolve)))
    await memory.forgetAfter(Promise.resolve())
    finishRead('before the write')
    expect(await reading).toBe('before the write')
    expect(await memory.recall('key', async () => 'after the write')).toBe('after the write')
  })

  it('forgets after a write that failed', async () => {
    const memory = new Memory<string>(10)
    await memory.recall('key', async () => 'old')
    await memory.forgetAfter(Promise.reject(new Error('no'))).catch(() => {})
    expect(await memory.recall('key', async () => 'new')).toBe('new')
  })

  it('keeps no failure', async () => {
    const memory = new Memory<string>(10)
    await memory.recall('key', () => Promise.reject(new Error('no'))).catch(() => {})
    expect(await memory.recall('key', async () => 'well')).toBe('well')
  })

  it('remembers that there is nothing', async () => {
    const memory = new Memory<string | null>(10)
    await memory.recall('key', async () => null)
    expect(await memory.recall('key', async () => 'asked again')).toBeNull()
  })
})

describe('the memory of entries', () => {
  const entry = (period: string, answer = period): ArchiveEntry => {
    const { appid, report, final, hasData, rechecked, fetchedAt } = anAnswer('wxapp1')
    const known = { appid, report, period, answer, final, hasData, rechecked, fetchedAt }
    return { ...known, attemptedAt: fetchedAt, outcome: 'answered', revised: false }
  }
  const keyOf = (period: string) => `key ${period}`

  /** A database that counts the periods it is asked for. */
  function database() {
    const asked: string[] = []
    const read = async (periods: string[]) => {
      asked.push(...periods)
      return periods.map(period => entry(period))
    }
    return { asked, read }
  }

  it('makes a range of the days of others, in order', async () => {
    const memory = new EntryMemory(10_000)
    const { asked, read } = database()
    await memory.recall(keyOf, ['2', '3'], read)
    const entries = await memory.recall(keyOf, ['1', '2', '3', '4'], read)
    expect([entries.map(({ period }) => period), asked]).toEqual([
      ['1', '2', '3', '4'],
      ['2', '3', '1', '4'],
    ])
  })

  it('forgets the entry that was written, and no other', async () => {
    const memory = new EntryMemory(10_000)
    const { asked, read } = database()
    await memory.recall(keyOf, ['1', '2'], read)
    await memory.forgetAfter(keyOf('1'), Promise.reject(new Error('half done'))).catch(() => {})
    await memory.recall(keyOf, ['1', '2'], read)
    expect(asked).toEqual(['1', '2', '1'])
  })

  it.each([
    ['one', (memory: EntryMemory) => memory.forgetAfter(keyOf('1'), Promise.resolve()), ['1']],
    ['any', (memory: EntryMemory) => memory.forgetAllAfter(Promise.resolve()), ['1', '2']],
  ])('does not keep what was read while %s was written', async (_, write, again) => {
    const memory = new EntryMemory(10_000)
    const { asked, read } = database()
    let finish = () => {}
    const reading = memory.recall(keyOf, ['1', '2'], async periods => {
      await new Promise<void>(resolve => {
        finish = resolve
      })
      return periods.map(period => entry(period, 'old'))
    })
    await write(memory)
    finish()
    await reading
    await memory.recall(keyOf, ['1', '2'], read)
    expect(asked).toEqual(again)
  })

  it('keeps no failure', async () => {
    const memory = new EntryMemory(10_000)
    const { asked, read } = database()
    await memory.recall(keyOf, ['1'], () => Promise.reject(new Error('no'))).catch(() => {})
    await memory.recall(keyOf, ['1'], read)
    expect(asked).toEqual(['1'])
  })

  it('keeps as much as it may', async () => {
    const memory = new EntryMemory(700)
    const { asked, read } = database()
    for (const period of ['1', '2', '3', '3', '1']) await memory.recall(keyOf, [period], read)
    expect(asked).toEqual(['1', '2', '3', '1'])
  })
})

describe('a bounded cache', () => {
  it('forgets what was not used for longest', () => {
    const cache = new BoundedCache<number>(2)
    cache.set('a', 1)
    cache.set('b', 2)
    cache.get('a')
    cache.set('c', 3)
    expect([cache.get('a'), cache.get('b'), cache.get('c')]).toEqual([1, undefined, 3])
  })

  it('goes by weight, and keeps nothing that is too heavy alone', () => {
    const cache = new BoundedCache<string>(10)
    cache.set('light', 'x', 4)
    cache.set('heavy', 'x', 11)
    expect([cache.get('light'), cache.get('heavy')]).toEqual(['x', undefined])
  })

  it('counts a replaced value once', () => {
    const cache = new BoundedCache<string>(10)
    for (let n = 0; n < 5; n++) cache.set('same', 'x', 6)
    cache.set('other', 'x', 4)
    expect(cache.get('same')).toBe('x')
  })
})
