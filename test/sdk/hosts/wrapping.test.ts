import vm from 'node:vm'
import { beforeEach, describe, expect, it } from 'vitest'
import { Device } from './device.ts'
import { createWx, loadSdk, MiniProgram } from './wechat.ts'

const options = { key: 'wk_1', url: 'https://stats.example.com', consent: 'granted' } as const

let device: Device
let program: MiniProgram
let world: vm.Context
/** Runs code of the app. */
const run = (code: string) => vm.runInContext(code, world)
/** Defines a page or component and answers its handlers. */
const defined = (code: string) => {
  run(code)
  const handlers = program.defined.at(-1)
  if (!handlers) throw new Error('nothing was defined')
  return handlers
}
const told = () => {
  device.pass(5000)
  return device.told
}

async function begin(wx: object = {}, given: object = options) {
  device = new Device()
  program = new MiniProgram()
  const { sdk, context } = await loadSdk(device, { ...program.globals, wx: createWx(device, wx), notes: [] })
  world = context
  sdk.init(given as typeof options)
  return sdk
}

beforeEach(async () => {
  await begin()
})

describe('handlers of the app', () => {
  it('keep this, arguments and answer', () => {
    const page = defined('Page({ onShow(...args) { notes.push([this.route, args]); return 7 } })')
    program.push(page, 'a')
    expect(page.onShow?.call({ route: 'a' }, 1, 2)).toBe(7)
    expect(run('JSON.stringify(notes)')).toBe('[["a",[]],["a",[1,2]]]')
  })

  it('may be asynchronous, and answer the very same promise', () => {
    const page = defined('var promise = Promise.resolve(1); Page({ onShow() { return promise } })')
    expect(page.onShow?.call({ route: 'a' })).toBe(run('promise'))
  })

  it('fail as they would alone, and are counted', () => {
    const page = defined('Page({ onShow() { throw new Error("of the app") }, onHide() { throw new Error("too") } })')
    expect(() => page.onShow?.call({ route: 'a' })).toThrow('of the app')
    expect(() => page.onHide?.call({ route: 'a' })).toThrow('too')
    expect(told()).toEqual(['view a', 'leave a 0'])
  })

  it('of the app keep the same', () => {
    run(
      'App({ onLaunch(options) { notes.push(options.scene, this.name) }, onHide() { notes.push("hide") }, name: "x" })',
    )
    program.launch({ scene: 1047 })
    program.hide()
    expect(run('notes.join()')).toBe('1047,x,hide')
    expect(device.told).toEqual(['launch', 'show', 'hide'])
    expect(device.events[0]?.scene).toBe(1047)
  })

  it('that are missing are no error, and the app is launched, shown and hidden all the same', () => {
    run('App({})')
    program.launch()
    program.hide()
    expect(device.told).toEqual(['launch', 'show', 'hide'])
  })

  it('come first when the app is hidden, so that what they tell is sent with it', async () => {
    const sdk = await begin()
    Object.assign(world, { sdk })
    run('App({ onHide() { sdk.track("last") } })')
    program.launch()
    program.hide()
    expect(device.told).toEqual(['launch', 'show', 'custom last', 'hide'])
  })

  it('are listened to once where two pages are made of one object', () => {
    const page = defined('var shared = {}; Page(shared); Page(shared)')
    program.push(page, 'a')
    expect(told()).toEqual(['view a'])
  })

  it('hand on whatever the constructors answer and are given', async () => {
    device = new Device()
    const given: unknown[][] = []
    const Page = (...args: unknown[]) => {
      given.push(args)
      return 'made'
    }
    const { sdk, context } = await loadSdk(device, { App() {}, Component() {}, Page, wx: createWx(device) })
    sdk.init(options)
    expect(vm.runInContext('Page(undefined, 2)', context)).toBe('made')
    expect(given).toEqual([[undefined, 2]])
  })
})

describe('sharing', () => {
  it('is counted, and its content left as it is', () => {
    const page = defined(
      'var card = { title: "x" }; Page({ onShareAppMessage(res) { notes.push(res.from); return card } })',
    )
    program.push(page, 'a')
    expect(program.onTop('onShareAppMessage', { from: 'button' })).toBe(run('card'))
    expect(run('notes.join()')).toBe('button')
    expect(told()).toEqual(['view a', 'share a'])
  })

  it('of a promised card too', () => {
    const page = defined('var card = Promise.resolve({}); Page({ onShareAppMessage() { return card } })')
    program.push(page, 'a')
    expect(program.onTop('onShareAppMessage', { from: 'menu' })).toBe(run('card'))
  })

  it('to the timeline is counted', () => {
    program.push(defined('Page({ onShareTimeline() { return {} } })'), 'a')
    program.onTop('onShareTimeline')
    expect(told()).toEqual(['view a', 'share a'])
  })

  it.each(['Page({})', 'Component({ methods: { onLoad() {} } })'])('is not offered by %s, which has none', code => {
    const handlers = defined(code)
    expect(handlers.onShareAppMessage).toBeUndefined()
    expect(handlers.onShareTimeline).toBeUndefined()
  })
})

describe('components', () => {
  it.each([
    ['Component({})', []],
    ['Component({ methods: { tap() {} } })', ['tap']],
  ])('that are no pages stay as they are: %s', (code, methods) => {
    expect(Object.keys(defined(code))).toEqual(methods)
  })

  it('that have a method of the name of a page’s, but no route, are no pages', () => {
    const { onShow } = defined('Component({ methods: { onShow() { return 1 } } })')
    expect(onShow?.call({ is: 'components/card' })).toBe(1)
    expect(told()).toEqual([])
  })

  it('are pages when they have a route, whichever of the handlers they have', () => {
    program.push(defined('Component({ methods: { onLoad() {} } })'), 'a')
    program.push(defined('Component({ methods: { onShow() {} } })'), 'b')
    program.back()
    expect(told()).toEqual(['view a', 'leave a 0', 'view b', 'leave b 0', 'view a'])
  })
})

describe('what a mini program is', () => {
  it('is said with every batch', () => {
    program.push(defined('Page({})'), 'a')
    told()
    expect(device.posts[0]?.context).toEqual({
      network: 'wifi',
      platform: 'android',
      model: 'Mate 60',
      system: 'Android 12',
      appVersion: '2.1.0',
      env: 'release',
    })
  })

  it('is asked of an older WeChat the older way', async () => {
    await begin({ getDeviceInfo: () => undefined, getSystemInfoSync: () => ({ platform: 'ios', model: 'iPhone 6' }) })
    program.push(defined('Page({})'), 'a')
    told()
    expect(device.posts[0]?.context).toMatchObject({ platform: 'ios', model: 'iPhone 6' })
  })

  it('names the app that it was opened from', () => {
    run('App({})')
    program.launch({ scene: 1037, referrerInfo: { appId: 'wxother' } })
    told()
    expect(device.events[0]).toMatchObject({ type: 'launch', scene: 1037, referrer: 'wxother' })
  })

  it.each(['getStorageSync', 'setStorageSync', 'getNetworkType', 'getDeviceInfo', 'getAccountInfoSync', 'request'])(
    'goes on when wx.%s fails',
    async name => {
      await begin({
        [name]: () => {
          throw new Error(`${name} is broken`)
        },
      })
      run('App({}); Page({ onShow() { notes.push("shown") } })')
      expect(() => {
        program.launch()
        program.push(defined('Page({ onShow() { notes.push("shown") } })'), 'a')
        device.pass(60_000)
        program.hide()
      }).not.toThrow()
      expect(run('notes.join()')).toBe('shown')
    },
  )

  it('passes reportEvent on to WeChat where it was asked to', async () => {
    const reported: unknown[] = []
    const reportEvent = (name: string, data: object) => void reported.push([name, data])
    const sdk = await begin({ reportEvent }, { ...options, reportEvent: true })
    sdk.reportEvent('buy', { price: 5 })
    expect(reported).toEqual([['buy', { price: 5 }]])
    expect(told()).toEqual(['custom buy'])
  })
})

describe('a mini game', () => {
  it('is counted when it shares, by a button or from the menu, its card left as it is', async () => {
    device = new Device()
    const card = { title: 'x' }
    const shared: unknown[] = []
    let make: (how: object) => unknown = () => null
    const wx = createWx(device, {
      shareAppMessage: (given: object) => shared.push(given),
      onShareAppMessage(given: typeof make) {
        make = given
      },
    })
    const { sdk, context } = await loadSdk(device, { wx, card })
    sdk.init(options)
    sdk.view('home')
    vm.runInContext('wx.shareAppMessage(card); wx.onShareAppMessage(how => how.from === "menu" && card)', context)
    expect([shared, make({ from: 'menu' })]).toEqual([[card], card])
    expect(told()).toEqual(['launch', 'show', 'view home', 'share home', 'share home'])
  })
})
