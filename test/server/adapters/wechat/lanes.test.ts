import { describe, expect, it } from 'vitest'
import { createLanes } from '../../../../server/adapters/wechat/lanes.ts'
import type { Lane } from '../../../../server/ports/wechat.ts'

/** Lanes whose jobs end when the test says so. */
function setUp(maxWaiting = 100) {
  const closing = new AbortController()
  const sizes: number[] = []
  const lanes = createLanes({ metrics: { queue: size => void sizes.push(size) }, maxWaiting, closing: closing.signal })
  const started: string[] = []
  const ends = new Map<string, () => void>()
  const results: Promise<unknown>[] = []
  const add = (lane: Lane, name: string, appid = 'app') => {
    const result = lanes.run(appid, lane, () => {
      started.push(name)
      return new Promise<string>(resolve => ends.set(name, () => resolve(name)))
    })
    result.catch(() => {})
    results.push(result)
    return result
  }
  const settle = () => new Promise(resolve => setImmediate(resolve))
  const end = async (name: string) => {
    ends.get(name)?.()
    ends.delete(name)
    await settle()
  }
  const endAll = async () => {
    while (ends.size > 0) for (const name of [...ends.keys()]) await end(name)
  }
  const running = () => [...ends.keys()]
  return { lanes, closing, sizes, started, add, end, endAll, settle, running, results }
}

const names = (prefix: string, count: number) => Array.from({ length: count }, (_, index) => `${prefix}${index + 1}`)

describe('the lanes of an app', () => {
  it('let five readers through at a time', async () => {
    const { add, running, end, settle } = setUp()
    for (const name of names('reader', 8)) add('reader', name)
    await settle()
    expect(running()).toEqual(names('reader', 5))
    await end('reader2')
    expect(running()).toEqual(['reader1', 'reader3', 'reader4', 'reader5', 'reader6'])
  })

  it('let three backfill calls through at a time', async () => {
    const { add, running, settle } = setUp()
    for (const name of names('backfill', 8)) add('backfill', name)
    await settle()
    expect(running()).toEqual(names('backfill', 3))
  })

  it('keep two places for readers beside backfill', async () => {
    const { add, running, settle } = setUp()
    for (const name of names('backfill', 8)) add('backfill', name)
    for (const name of names('reader', 3)) add('reader', name)
    await settle()
    expect(running()).toEqual([...names('backfill', 3), 'reader1', 'reader2'])
  })

  it('let a reader overtake every waiting backfill call', async () => {
    const { add, started, end, endAll, settle } = setUp()
    for (const name of names('reader', 5)) add('reader', name)
    for (const name of names('backfill', 6)) add('backfill', name)
    await settle()
    add('reader', 'late')
    await end('reader1')
    expect(started.at(-1)).toBe('late')
    await endAll()
    expect(started.slice(6)).toEqual(names('backfill', 6))
  })

  it('are not shared with another app', async () => {
    const { add, running, settle } = setUp()
    for (const name of names('one', 6)) add('reader', name, 'app one')
    add('reader', 'two', 'app two')
    await settle()
    expect(running()).toContain('two')
  })

  it('give back what the job gives, and its error', async () => {
    const { lanes } = setUp()
    expect(await lanes.run('app', 'backfill', async () => 'answer')).toBe('answer')
    await expect(lanes.run('app', 'reader', () => Promise.reject(new Error('no')))).rejects.toThrow('no')
  })

  it('are dropped when nothing waits and nothing runs', async () => {
    const { lanes, add, endAll, settle } = setUp()
    for (const name of names('reader', 7)) add('reader', name)
    for (const name of names('backfill', 7)) add('backfill', name)
    await settle()
    expect(lanes.size()).toBe(1)
    await endAll()
    expect(lanes.size()).toBe(0)
  })

  it('tell how many wait', async () => {
    const { sizes, add, endAll, settle } = setUp()
    for (const name of names('reader', 7)) add('reader', name)
    await settle()
    expect(sizes.at(-1)).toBe(2)
    await endAll()
    expect(sizes.at(-1)).toBe(0)
  })
})

describe('a full lane', () => {
  it('refuses as busy, and leaves the other lane open', async () => {
    const { add, running, settle, endAll } = setUp(2)
    for (const name of names('backfill', 5)) add('backfill', name)
    await settle()
    await expect(add('backfill', 'backfill6')).rejects.toMatchObject({ failure: 'failed', message: /busy/ })
    add('reader', 'reader1')
    await settle()
    expect(running()).toContain('reader1')
    await endAll()
  })
})

describe('closing', () => {
  it('starts nothing that waits', async () => {
    const { lanes, closing, started, add, end, settle, results } = setUp()
    for (const name of names('reader', 5)) add('reader', name)
    for (const name of names('late', 3)) add('backfill', name)
    await settle()
    closing.abort()
    for (const name of names('reader', 5)) await end(name)
    await lanes.idle()
    expect(started).toEqual(names('reader', 5))
    expect((await Promise.allSettled(results)).map(({ status }) => status)).toEqual([
      ...Array(5).fill('fulfilled'),
      ...Array(3).fill('rejected'),
    ])
  })
})
