import { beforeEach, describe, expect, it } from 'vitest'
import { openPage } from './browser.ts'
import { Device } from './device.ts'

const options = { key: 'wk_1', url: 'https://stats.example.com', consent: 'granted' } as const
let device: Device

beforeEach(() => {
  device = new Device()
})

const told = () => {
  device.pass(5000)
  return device.told
}

describe('a web app', () => {
  it('is viewed by path, not by what changes behind it', async () => {
    const { sdk, go } = await openPage(device)
    sdk.init(options)
    go('/a?page=2')
    go('/a#comments')
    go('/b')
    expect(told()).toEqual(['launch', 'show', 'view a', 'leave a 0', 'view b'])
  })

  it('is viewed by its hash where that is its path, as in Taro', async () => {
    const { sdk, window } = await openPage(device, 'https://shop.example.com/#/pages/a/index?id=7')
    sdk.init(options)
    window.history.pushState({}, '', '#/pages/b/index?id=8&$taroTimestamp=1')
    expect(told().filter(line => line.startsWith('view'))).toEqual(['view pages/a/index', 'view pages/b/index'])
  })

  it('keeps the answer and the arguments of the history', async () => {
    const { sdk, window } = await openPage(device)
    sdk.init(options)
    window.history.pushState({ step: 2 }, '', '/b')
    expect([window.history.state, window.location.pathname]).toEqual([{ step: 2 }, '/b'])
  })

  it('says where it was opened from, without its query', async () => {
    const { sdk } = await openPage(device, 'https://shop.example.com/', 'https://search.example.com/find?q=secret')
    sdk.init(options)
    told()
    expect(device.events[0]).toMatchObject({ type: 'launch', referrer: 'https://search.example.com/find' })
  })

  it('is not seen again for every change of tab', async () => {
    const { sdk, hide, show } = await openPage(device)
    sdk.init(options)
    device.pass(3000)
    hide()
    device.pass(60_000)
    show()
    device.pass(2000)
    hide()
    expect(told()).toEqual(['launch', 'show', 'view a', 'leave a 3000', 'hide', 'show', 'leave a 2000', 'hide'])
  })

  it('hands what is left to a beacon when its page goes away', async () => {
    const { sdk, leave, beacons } = await openPage(device)
    sdk.init(options)
    device.pass(1000)
    leave()
    expect(device.posts).toEqual([])
    expect(beacons.flatMap(body => JSON.parse(body).events.map(({ type }: { type: string }) => type))).toEqual([
      'launch',
      'show',
      'view',
      'leave',
      'hide',
    ])
  })

  it('comes back from the browser’s cache', async () => {
    const { sdk, leave, window } = await openPage(device)
    sdk.init(options)
    leave()
    window.dispatchEvent(new window.Event('pageshow'))
    expect(told()).toEqual(['launch', 'show', 'view a', 'leave a 0', 'hide', 'show'])
  })

  it('knows phones by what they say of themselves', async () => {
    const { sdk, window } = await openPage(device)
    Object.defineProperty(window.navigator, 'userAgent', {
      value: 'Mozilla/5.0 (iPhone; CPU iPhone OS 17_0 like Mac OS X) AppleWebKit/605.1.15',
    })
    sdk.init(options)
    told()
    expect(device.posts[0]?.context).toEqual({ platform: 'ios' })
  })

  it('is measured as a web app when WeChat’s own script is on the page', async () => {
    const { sdk, window } = await openPage(device)
    Object.assign(window, { wx: { config: () => undefined } })
    sdk.init(options)
    expect(told()).toEqual(['launch', 'show', 'view a'])
  })
})
