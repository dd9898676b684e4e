import { beforeEach, describe, expect, it } from 'vitest'
import { createTracker, type Tracker, type TrackerOptions } from '../../sdk/tracker.ts'
import { FakeHost } from './fake-host.ts'

const MINUTE = 60_000
let host: FakeHost
let tracker: Tracker

function begin(options: Partial<TrackerOptions> = {}, device = new FakeHost()) {
  host = device
  tracker = createTracker(host, { key: 'wk_1', url: 'https://stats.example.com', consent: 'granted', ...options })
}

beforeEach(() => begin())

describe('a batch', () => {
  it('says who, when and what', () => {
    host.life.launch({ scene: 1001 })
    host.pass(5000)
    expect(host.lastPost.body).toEqual({
      key: 'wk_1',
      batch: expect.stringMatching(/^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-8[0-9a-f]{3}-[0-9a-f]{12}$/),
      sentAt: host.time,
      sdk: '1.0.0',
      visitor: { id: expect.stringMatching(/^[0-9a-f-]{36}$/) },
      context: { platform: 'ios' },
      events: [{ type: 'launch', at: host.time - 5000, seq: 1, session: expect.any(String), scene: 1001 }],
    })
  })

  it.each([
    ['https://stats.example.com'],
    ['https://stats.example.com/'],
    ['https://stats.example.com/collect/v1'],
    ['https://stats.example.com/collect/v1/'],
  ])('goes to the collector of %s', url => {
    const asked: string[] = []
    const device = new FakeHost()
    device.post = address => void asked.push(address)
    begin({ url }, device)
    tracker.track('a')
    host.pass(5000)
    expect(asked).toEqual(['https://stats.example.com/collect/v1'])
  })
})

describe('when events are sent', () => {
  it('waits five seconds for others', () => {
    tracker.track('a')
    host.pass(4999)
    expect(host.posts).toHaveLength(0)
    tracker.track('b')
    host.pass(1)
    expect(host.told).toEqual(['custom a', 'custom b'])
  })

  it('does not wait when there are twenty', () => {
    for (let count = 1; count < 20; count += 1) tracker.track('a')
    expect(host.posts).toHaveLength(0)
    tracker.track('a')
    expect(host.lastPost.body.events).toHaveLength(20)
  })

  it('does not wait when the app is hidden', () => {
    host.life.show()
    host.life.hide()
    expect(host.told).toEqual(['show', 'hide'])
  })

  it('sends one batch at a time', () => {
    for (let count = 0; count < 45; count += 1) tracker.track('a')
    expect(host.posts).toHaveLength(1)
    host.lastPost.answer(200)
    expect(host.posts.map(({ body }) => body.events.length)).toEqual([20, 20])
  })
})

describe('pages', () => {
  it('are left when another is seen, with how long they were seen', () => {
    host.life.show()
    host.life.view('pages/a/index')
    host.pass(3000)
    host.life.view('pages/b/index')
    host.settle()
    expect(host.told).toEqual(['show', 'view pages/a/index', 'leave pages/a/index 3000', 'view pages/b/index'])
    expect(host.events.at(-1)?.referrer).toBe('pages/a/index')
  })

  it('stop their clock while the app is hidden', () => {
    host.life.show()
    host.life.view('a')
    host.pass(10_000)
    host.life.hide()
    host.pass(5 * MINUTE)
    host.life.show()
    host.pass(2000)
    host.life.view('b')
    host.settle()
    expect(host.told).toEqual(['show', 'view a', 'leave a 10000', 'hide', 'show', 'leave a 2000', 'view b'])
  })

  it('that tell of themselves when one comes back are seen once more', () => {
    host.pages = true
    host.life.show()
    host.life.view('a')
    host.life.leave('a')
    host.life.hide()
    host.pass(60 * MINUTE)
    host.settle()
    host.life.show()
    host.life.view('a')
    host.settle()
    expect(host.told).toEqual(['show', 'view a', 'leave a 0', 'hide', 'show', 'view a'])
  })

  it('are left once, whoever says so', () => {
    host.life.view('a')
    host.life.leave('a')
    host.life.leave('a')
    host.life.view('b')
    host.life.leave('a')
    host.settle()
    expect(host.told).toEqual(['view a', 'leave a 0', 'view b'])
  })

  it.each([
    ['/pages/a/index?id=7&$taroTimestamp=1763700000000#top', 'pages/a/index'],
    ['/', '/'],
    ['', '/'],
    [`p${'x'.repeat(300)}`, `p${'x'.repeat(255)}`],
  ])('are called by their path alone: %s', (given, path) => {
    tracker.view(given)
    host.settle()
    expect(host.events[0]?.path).toBe(path)
  })

  it('are shared under their path', () => {
    host.life.view('a')
    host.life.share()
    host.settle()
    expect(host.told).toEqual(['view a', 'share a'])
  })
})

describe('sessions', () => {
  const sessions = () => new Set(host.events.map(({ session }) => session)).size

  it('go on within 30 minutes, over a restart too', () => {
    tracker.track('a')
    host.settle()
    const { storage, time } = host
    begin({}, new FakeHost(storage))
    host.time = time + 29 * MINUTE
    tracker.track('b')
    host.settle()
    expect(host.events[0]?.session).toBe(JSON.parse(storage.get('data-assistant') ?? '').s)
    expect(sessions()).toBe(1)
  })

  it('begin anew after 30 minutes, with a view of what is on the screen', () => {
    host.life.show()
    host.life.view('a')
    host.life.hide()
    host.lastPost.answer(200)
    host.pass(30 * MINUTE)
    host.life.show()
    host.settle()
    expect(host.told).toEqual(['show', 'view a', 'leave a 0', 'hide', 'show', 'view a'])
    expect(sessions()).toBe(2)
  })
})

describe('what an app says itself', () => {
  it('has a name, the page and its props, within the lengths of the server', () => {
    host.life.view('a')
    tracker.track(`n${'x'.repeat(100)}`, {
      [`k${'x'.repeat(100)}`]: `v${'x'.repeat(400)}`,
      nested: { a: [1] },
      yes: true,
      three: 3,
      none: null,
      nan: Number.NaN,
      run: () => 1,
      big: 10n,
      $taroTimestamp: 1,
    })
    host.settle()
    expect(host.events[1]).toMatchObject({ type: 'custom', path: 'a', name: `n${'x'.repeat(63)}` })
    expect(host.events[1]?.props).toEqual({
      [`k${'x'.repeat(63)}`]: `v${'x'.repeat(255)}`,
      nested: '{"a":[1]}',
      yes: true,
      three: 3,
    })
  })

  it('keeps twenty props', () => {
    tracker.track('a', Object.fromEntries(Array.from({ length: 30 }, (_, index) => [`k${index}`, index])))
    host.settle()
    expect(Object.keys(host.events[0]?.props ?? {})).toHaveLength(20)
  })

  it('never cuts a pair of surrogates in two', () => {
    tracker.track('a', { face: `${'x'.repeat(255)}😀` })
    host.settle()
    expect(host.events[0]?.props).toEqual({ face: 'x'.repeat(255) })
  })

  it('outlives props that cannot be read', () => {
    const ring: Record<string, unknown> = {}
    ring.ring = ring
    tracker.track('a', { ring })
    tracker.track('b', null as unknown as object)
    host.settle()
    expect(host.told).toEqual(['custom a', 'custom b'])
  })

  it('is a purchase in whole 分', () => {
    tracker.purchase(600, { item: 'sword' })
    tracker.purchase(Number.NaN)
    tracker.purchase(-5)
    host.settle()
    expect(host.events).toMatchObject([{ type: 'purchase', amountFen: 600, props: { item: 'sword' } }])
    expect(host.events).toHaveLength(1)
  })

  it('goes to WeChat as well where the app asked for it', () => {
    tracker.reportEvent('buy', { price: 5 })
    begin({ reportEvent: true })
    tracker.reportEvent('buy', { price: 5 })
    host.settle()
    expect(host.reported).toEqual([['buy', { price: 5 }]])
    expect(host.told).toEqual(['custom buy'])
  })
})

describe('who it is', () => {
  it('stays the same over restarts, and events go on counting', () => {
    tracker.track('a')
    host.settle()
    const { visitor } = host.lastPost.body
    begin({}, new FakeHost(host.storage))
    tracker.track('b')
    host.settle()
    expect(host.lastPost.body.visitor).toEqual(visitor)
    expect(host.events.map(({ seq }) => seq)).toEqual([2])
  })

  it('is named in what is sent later, and not kept on the device', () => {
    tracker.track('a')
    tracker.identify({ openid: 'oABC' })
    tracker.identify({ unionid: 'uABC' })
    host.settle()
    expect(host.lastPost.body.visitor).toMatchObject({ openid: 'oABC', unionid: 'uABC' })
    expect([...host.storage.values()].join()).not.toMatch(/[ou]ABC/)
  })
})
