import { beforeEach, describe, expect, it } from 'vitest'
import { webRow } from './browser.ts'
import { Device, type Running } from './device.ts'
import { gameRow, nativeRow, taroRow } from './wechat.ts'

const options = { key: 'wk_1', url: 'https://stats.example.com', consent: 'granted' } as const

describe.each([nativeRow, taroRow, gameRow, webRow])('$name', row => {
  let app: Running
  let device: Device

  beforeEach(async () => {
    device = new Device()
    app = await row.install(device)
  })

  it('tells of its life by itself', () => {
    app.sdk.init(options)
    app.open()
    device.pass(1000)
    app.go('b')
    device.pass(2000)
    app.hide()
    device.pass(60_000)
    app.show()
    device.pass(5000)
    expect(device.told.slice(0, 7)).toEqual([
      'launch',
      'show',
      'view a',
      'leave a 1000',
      'view b',
      'leave b 2000',
      'hide',
    ])
    expect(device.told[7]).toBe('show')
    expect(device.events.map(({ seq }) => seq)).toEqual(device.events.map((_event, index) => index + 1))
  })

  it('sends the very same events again after a failure, and not before the server wants them', () => {
    app.sdk.init(options)
    device.server = () => ({ status: 429, retryAfter: '30' })
    app.open()
    device.pass(5000)
    app.hide()
    device.pass(29_000)
    expect(device.posts).toHaveLength(1)
    device.server = () => ({ status: 200 })
    device.pass(1000)
    expect(device.posts[1]).toEqual({ ...device.posts[0], sentAt: device.posts[1]?.sentAt })
    expect(device.told.slice(-2)).toEqual(['leave a 5000', 'hide'])
  })

  it('keeps what it could not send, over a restart', async () => {
    app.sdk.init(options)
    device.server = () => null
    app.open()
    app.sdk.track('paid')
    app.hide()
    const later = new Device(device.storage)
    const again = await row.install(later)
    again.sdk.init(options)
    again.open()
    later.pass(5000)
    expect(later.posts[0]).toMatchObject({ batch: device.posts[0]?.batch, visitor: device.posts[0]?.visitor })
    expect(later.told).toContain('custom a paid')
  })

  it.each([
    ['no consent', { key: 'wk_1', url: 'https://stats.example.com' }],
    ['another consent', { key: 'wk_1', url: 'https://stats.example.com', consent: 'implied' }],
    ['no key', { url: 'https://stats.example.com', consent: 'granted' }],
    ['no url', { key: 'wk_1', consent: 'granted' }],
    ['nothing', undefined],
  ])('sends nothing and says one line with %s', (_name, given) => {
    app.sdk.init(given as typeof options)
    app.open()
    app.go('b')
    app.sdk.track('a')
    app.hide()
    device.pass(60_000)
    expect([device.posts, [...device.storage]]).toEqual([[], []])
    expect(device.lines).toEqual(['data-assistant: off, no key, url or consent'])
  })

  it('waits for a consent that is required', () => {
    app.sdk.init({ ...options, consent: 'required' })
    app.open()
    device.pass(60_000)
    expect([device.posts, [...device.storage]]).toEqual([[], []])
    app.sdk.consent(true)
    expect(device.told.slice(0, 3)).toEqual(['launch', 'show', 'view a'])
  })

  it('begins once', () => {
    app.sdk.init(options)
    app.sdk.init(options)
    app.open()
    device.pass(5000)
    expect(device.told).toEqual(['launch', 'show', 'view a'])
  })

  it('stays silent before it begins', () => {
    expect(() => {
      app.sdk.track('a')
      app.sdk.consent(true)
      app.sdk.view('a')
    }).not.toThrow()
  })

  it('never throws into the app, whatever it is handed', () => {
    app.sdk.init(options)
    app.open()
    const nonsense = [undefined, null, 1, 'x', Symbol('x'), {}, [], () => 1, Object.create(null)] as never[]
    for (const one of nonsense) {
      for (const other of nonsense) {
        app.sdk.track(one, other)
        app.sdk.purchase(one, other)
        app.sdk.reportEvent(one, other)
      }
      app.sdk.identify(one)
      app.sdk.view(one)
      app.sdk.init(one)
    }
    device.pass(5000)
    expect(device.told.slice(0, 3)).toEqual(['launch', 'show', 'view a'])
  })
})
