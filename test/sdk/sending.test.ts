import { beforeEach, describe, expect, it } from 'vitest'
import { createTracker, type Tracker } from '../../sdk/tracker.ts'
import { FakeHost } from './fake-host.ts'

const options = { key: 'wk_1', url: 'https://stats.example.com', consent: 'granted' } as const
const DAY = 86_400_000
let host: FakeHost
let tracker: Tracker

function begin(storage?: Map<string, string>, time?: number) {
  host = new FakeHost(storage)
  host.time = time ?? host.time
  tracker = createTracker(host, options)
}

/** One event, sent, and answered so. */
function sendAndAnswer(status: number, retryAfter?: string) {
  tracker.track('a')
  host.pass(5000)
  host.lastPost.answer(status, retryAfter)
}

beforeEach(() => begin())

describe('after a failure', () => {
  it.each([0, 408, 429, 500, 502, 503, 504])('%i sends the very same events again, under the same id', status => {
    sendAndAnswer(status)
    host.pass(5000)
    const [first, second] = host.posts
    expect(second?.body).toEqual({ ...first?.body, sentAt: second?.body.sentAt })
    expect(second?.body.sentAt).toBeGreaterThan(first?.body.sentAt ?? 0)
  })

  it('what came meanwhile goes into a batch of its own', () => {
    sendAndAnswer(503)
    tracker.track('b')
    host.pass(5000)
    host.lastPost.answer(200)
    expect(host.posts.map(({ body }) => body.events.map(({ name }) => name))).toEqual([['a'], ['a'], ['b']])
    expect(host.posts[2]?.body.batch).not.toBe(host.posts[1]?.body.batch)
  })

  it('waits longer each time, up to five minutes', () => {
    const times: number[] = []
    host.post = (_url, _body, answer) => {
      times.push(host.time)
      answer(503)
    }
    host.chance = 1e-9
    tracker.track('a')
    host.pass(DAY / 24)
    const waits = times.slice(1).map((time, index) => Math.round((time - (times[index] ?? 0)) / 1000))
    expect(waits.slice(0, 10)).toEqual([2, 4, 8, 16, 32, 64, 128, 256, 300, 300])
  })

  it('shortens each wait by chance, by half at most', () => {
    host.chance = 0.999999
    sendAndAnswer(503)
    host.pass(999)
    expect(host.posts).toHaveLength(1)
    host.pass(2)
    expect(host.posts).toHaveLength(2)
  })

  it('begins with a short wait again once something was taken', () => {
    sendAndAnswer(503)
    host.pass(2000)
    host.lastPost.answer(503)
    host.pass(4000)
    host.lastPost.answer(200)
    sendAndAnswer(503)
    const count = host.posts.length
    host.pass(2000)
    expect(host.posts).toHaveLength(count + 1)
  })

  it.each([
    ['in seconds', '120'],
    ['as a date', 'Sat, 21 Nov 2026 04:02:05 GMT'],
  ])('rests as long as the server asks, %s, whatever happens', (_name, retryAfter) => {
    sendAndAnswer(429, retryAfter)
    for (let count = 0; count < 30; count += 1) tracker.track('b')
    host.life.show()
    host.life.hide()
    host.life.hide(true)
    host.pass(119_000)
    expect([host.posts.length, host.beacons.length]).toEqual([1, 0])
    host.pass(1000)
    expect(host.posts).toHaveLength(2)
  })

  it('never rests longer than a day', () => {
    sendAndAnswer(503, '99999999')
    host.pass(DAY)
    expect(host.posts).toHaveLength(2)
  })
})

describe('a no', () => {
  it.each([400, 413, 415, 422])('%i to a batch ends this batch alone', status => {
    sendAndAnswer(status)
    host.pass(DAY)
    expect(host.posts).toHaveLength(1)
    sendAndAnswer(200)
    expect(host.posts).toHaveLength(2)
    expect(JSON.parse(host.storage.get('data-assistant.frozen') ?? '')).toEqual([])
  })

  it.each([401, 403, 404])('%i to key or address ends all sending until the app starts again', status => {
    sendAndAnswer(status)
    tracker.track('b')
    host.life.hide(true)
    host.pass(DAY)
    expect([host.posts.length, host.beacons.length]).toEqual([1, 0])
    begin(host.storage, host.time)
    host.life.show()
    host.life.hide()
    host.lastPost.answer(200)
    host.lastPost.answer(200)
    expect(host.events.map(({ name }) => name)).toEqual(['a', 'b', undefined, undefined])
  })
})

describe('the queue', () => {
  const track = (count: number, text = '') => {
    for (let index = 0; index < count; index += 1) tracker.track(`${index}`, { text })
  }

  it('is bounded, and loses the oldest', () => {
    host.post = () => undefined
    track(10_000)
    expect([...host.storage.values()].join().length).toBeLessThan(300_000)
    begin(host.storage, host.time)
    tracker.track('last')
    host.settle()
    const names = host.events.map(({ name }) => Number(name))
    expect(names).toContain(9999)
    expect(names).not.toContain(0)
  })

  it.each([
    ['many', 3000, ''],
    ['large', 300, '长'.repeat(256)],
    ['large and many', 3000, '😀'.repeat(128)],
  ])('never makes a batch that the server would refuse: %s events', (_name, count, text) => {
    host.post = () => undefined
    track(count, text)
    for (const { e } of JSON.parse(host.storage.get('data-assistant.frozen') ?? '')) {
      expect(e.length).toBeLessThanOrEqual(500)
      expect(Buffer.byteLength(JSON.stringify(e))).toBeLessThan(256 * 1024)
    }
  })

  it('drops what is older than seven days', () => {
    sendAndAnswer(0)
    begin(host.storage, host.time + 7 * DAY + 1)
    sendAndAnswer(200)
    expect(host.events.map(({ seq }) => seq)).toEqual([2])
  })

  it.each([
    ['nothing readable', 'not json'],
    ['a number', '7'],
    ['null', 'null'],
    ['another shape', '{"e":5,"b":{}}'],
    ['a list of nonsense', '[1,null,{"e":3}]'],
  ])('starts anew over a storage that holds %s', (_name, text) => {
    begin(
      new Map([
        ['data-assistant', text],
        ['data-assistant.frozen', text],
      ]),
    )
    sendAndAnswer(200)
    expect(host.events).toMatchObject([{ name: 'a' }])
  })

  it('goes on in memory where the storage is closed', () => {
    host.beforeWrite = () => {
      throw new Error('no space left')
    }
    sendAndAnswer(0)
    host.pass(5000)
    expect(host.posts).toHaveLength(2)
  })

  it('hands everything to the beacon when the page goes away, and keeps it until somebody has taken it', () => {
    sendAndAnswer(0)
    tracker.track('b')
    host.pass(2000)
    host.life.hide(true)
    expect(host.beacons.flatMap(({ events }) => events.map(({ name }) => name))).toEqual(['a', 'b'])
    begin(host.storage, host.time)
    tracker.track('c')
    host.settle()
    expect(host.posts.map(({ body }) => body.events.map(({ name }) => name))).toEqual([['a'], ['b'], ['c']])
  })
})

describe('two tabs on one storage', () => {
  it('lose nothing of each other', () => {
    const storage = new Map<string, string>()
    const tabs = [new FakeHost(storage), new FakeHost(storage)].map(tab => {
      tab.shared = true
      return { tab, tracker: createTracker(tab, options) }
    })
    for (let count = 0; count < 12; count += 1) {
      for (const { tracker: one } of tabs) one.track(`${count}`)
    }
    const sent = new Map<string, string[]>()
    for (let round = 0; round < 10; round += 1) {
      for (const { tab } of tabs) {
        tab.pass(5000)
        for (const { body, answer } of tab.posts.splice(0)) {
          if (!sent.has(body.batch))
            sent.set(
              body.batch,
              body.events.map(({ name, seq }) => `${name} ${seq}`),
            )
          answer(200)
        }
      }
    }
    const all = [...sent.values()].flat()
    expect(all).toHaveLength(24)
    expect(new Set(all.map(one => one.split(' ')[1])).size).toBe(24)
  })
})
