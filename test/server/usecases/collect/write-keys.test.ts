import { describe, expect, it, onTestFinished, vi } from 'vitest'
import { systemRandom } from '../../../../server/ports/random.ts'
import { createWriteKeys } from '../../../../server/usecases/collect/write-keys.ts'
import { at } from '../../../support/fakes/clock.ts'
import { fakeVault } from '../../../support/fakes/wechat.ts'
import { FakeWriteKeys } from '../../../support/fakes/write-keys.ts'

const NOW = at('2026-07-15 11:00')
const DAY = 86_400_000
const bound = { rows: new Map([['wxapp1', {} as never]]) }

/** Instances over one database. */
function open({ shared = true } = {}) {
  const store = new FakeWriteKeys(bound)
  const log = { error: (facts: object) => Promise.reject(facts) }
  const slept: number[] = []
  const sleep = async (ms: number) => slept.push(ms)
  const deps = { store, vault: fakeVault, random: systemRandom, log: log as never, shared, sleep }
  return { store, one: createWriteKeys(deps), other: createWriteKeys(deps), slept }
}

const keyOf = async (keys: ReturnType<typeof createWriteKeys>) => (await keys.of('wxapp1', NOW))?.key ?? ''

describe('a write key', () => {
  it('is made once, whoever asks', async () => {
    const { one, other } = open()
    expect(await keyOf(one)).toBe(await keyOf(other))
  })

  it('is none of an app that is not bound', async () => {
    const { one } = open()
    expect([await one.of('wxnobody', NOW), await one.rotate('wxnobody', NOW)]).toEqual([null, null])
  })

  it('made on another instance is found by one look', async () => {
    const { one, other, store } = open()
    const key = await keyOf(one)
    expect(other.appidOf(key, NOW)).toBeNull()
    const before = store.asked
    expect(await other.resolve(key, NOW)).toBe('wxapp1')
    expect([other.appidOf(key, NOW), store.asked - before]).toEqual(['wxapp1', 1])
  })

  it.each([
    ['no key', 'hello'],
    ['of the right form, but not ours', `wk_${'A'.repeat(44)}`],
    ['of a prototype', '__proto__'],
  ])('%s is refused without a look', async (_, key) => {
    const { one, store } = open()
    expect([one.appidOf(key, NOW), await one.resolve(key, NOW), store.asked]).toEqual([null, null, 0])
  })

  it('of ours with one letter changed is refused without a look', async () => {
    const { one, other, store } = open()
    const key = await keyOf(one)
    const changed = `${key.slice(0, -1)}${key.endsWith('A') ? 'B' : 'A'}`
    const before = store.asked
    expect([await other.resolve(changed, NOW), store.asked]).toEqual([null, before])
  })

  it('where there is one instance only is never looked for', async () => {
    const { one, other, store } = open({ shared: false })
    const key = await keyOf(one)
    const before = store.asked
    expect([await other.resolve(key, NOW), store.asked]).toEqual([null, before])
  })

  it('that is dead is looked for once in ten seconds', async () => {
    const { one, other, store } = open()
    const key = await keyOf(one)
    await one.rotate('wxapp1', NOW)
    await one.rotate('wxapp1', NOW)
    const before = store.asked
    expect(await other.resolve(key, NOW)).toBeNull()
    expect(await other.resolve(key, NOW + 9_999)).toBeNull()
    expect(store.asked - before).toBe(1)
    await other.resolve(key, NOW + 10_000)
    expect(store.asked - before).toBe(2)
  })

  it('from before a rotation is taken for 24 hours, by an instance that reads it afterwards too', async () => {
    const { one, other } = open()
    const key = await keyOf(one)
    await one.rotate('wxapp1', NOW)
    await other.load()
    for (const keys of [one, other]) {
      expect([keys.appidOf(key, NOW + DAY - 1), keys.appidOf(key, NOW + DAY)]).toEqual(['wxapp1', null])
    }
  })

  it('that came and went between two looks at what others changed is dead after the second', async () => {
    vi.useFakeTimers()
    onTestFinished(() => void vi.useRealTimers())
    const { one, other, store } = open()
    await other.load()
    other.start()
    const key = await keyOf(one)
    expect(await other.resolve(key, NOW)).toBe('wxapp1')
    store.pairs.clear()
    await vi.advanceTimersByTimeAsync(1_000)
    other.stop()
    expect(other.appidOf(key, NOW)).toBeNull()
  })

  it('is forgotten with its app', async () => {
    const { one } = open()
    const key = await keyOf(one)
    await one.forget('wxapp1')
    expect(one.appidOf(key, NOW)).toBeNull()
  })

  it.each([
    ['until other instances have looked', true, [2_000]],
    ['for nobody where there is no other', false, []],
  ])('that is forgotten is waited for %s', async (_, shared, waits) => {
    const { one, slept } = open({ shared })
    await one.forget('wxapp1')
    expect(slept).toEqual(waits)
  })
})
