import vm from 'node:vm'
import { type Sdk, sdkScript } from '../bundled.ts'
import type { Device, HostRow, Running } from './device.ts'

type Handlers = Record<string, (this: unknown, ...args: unknown[]) => unknown>
interface Options {
  url: string
  data: string
  method: string
  header: Record<string, string>
  success: (answer: object) => void
  fail: (error: object) => void
}

/** `wx`, as far as the SDK and its examples use it. */
export function createWx(device: Device, given: object = {}) {
  return {
    getStorageSync: (key: string) => device.storage.get(key) ?? '',
    setStorageSync: (key: string, value: string) => void device.storage.set(key, value),
    getNetworkType: ({ success }: { success: (answer: object) => void }) => success({ networkType: 'wifi' }),
    onNetworkStatusChange: () => undefined,
    getDeviceInfo: () => ({ platform: 'android', model: 'Mate 60', system: 'Android 12' }),
    getAccountInfoSync: () => ({ miniProgram: { appId: 'wx1', version: '2.1.0', envVersion: 'release' } }),
    getLaunchOptionsSync: () => ({ scene: 1001, query: {}, referrerInfo: {} }),
    request({ data, success, fail }: Options) {
      const answer = device.take(data)
      if (!answer) return fail({ errMsg: 'request:fail timeout' })
      success({ statusCode: answer.status, header: answer.retryAfter ? { 'Retry-After': answer.retryAfter } : {} })
    },
    ...given,
  }
}

/** Loads the SDK into a world of its own, with the given globals. */
export async function loadSdk(device: Device, globals: object) {
  const sdk = {} as Sdk
  const context = vm.createContext({ ...device.world, ...globals, exports: sdk })
  vm.runInContext(await sdkScript(), context)
  return { sdk, context }
}

/** A mini program: what `App`, `Page` and `Component` were given, and WeChat that calls it. */
export class MiniProgram {
  app: Handlers = {}
  readonly defined: Handlers[] = []
  private readonly stack: { handlers: Handlers; instance: object }[] = []

  readonly globals = {
    App: (app: Handlers) => {
      this.app = app
    },
    Page: (page: Handlers) => void this.defined.push(page),
    Component: (component: { methods?: Handlers }) => void this.defined.push(component.methods ?? {}),
    getCurrentPages: () => this.stack.map(({ instance }) => instance),
  }

  launch(options: object = { scene: 1001, query: {}, referrerInfo: {} }) {
    this.app.onLaunch?.(options)
    this.app.onShow?.(options)
  }

  push(handlers: Handlers, route: string) {
    this.onTop('onHide')
    this.stack.push({ handlers, instance: { route, data: {} } })
    this.onTop('onLoad', {})
    this.onTop('onShow')
  }

  back() {
    this.onTop('onUnload')
    this.stack.pop()
    this.onTop('onShow')
  }

  hide() {
    this.onTop('onHide')
    this.app.onHide?.()
  }

  show(options: object = { scene: 1001 }) {
    this.app.onShow?.(options)
    this.onTop('onShow')
  }

  onTop(name: string, ...args: unknown[]): unknown {
    const top = this.stack.at(-1)
    return top?.handlers[name]?.apply(top.instance, args)
  }
}

async function install(device: Device, definition: string): Promise<Running> {
  const program = new MiniProgram()
  const { sdk, context } = await loadSdk(device, { ...program.globals, wx: createWx(device) })
  const define = () => {
    vm.runInContext(definition, context)
    return program.defined.at(-1) ?? {}
  }
  return {
    device,
    sdk,
    open() {
      vm.runInContext('App({})', context)
      const page = define()
      program.launch()
      program.push(page, 'a')
    },
    go: route => program.push(define(), route),
    hide: () => program.hide(),
    show: () => program.show(),
  }
}

export const nativeRow: HostRow = { name: 'a native mini program', install: device => install(device, 'Page({})') }

/** Taro 4 can make its pages by `Component`, their lives among the methods. */
export const taroRow: HostRow = {
  name: 'a Taro mini program',
  install: device =>
    install(device, 'Component({ methods: { onLoad() {}, onShow() {}, onHide() {}, onUnload() {} } })'),
}

export const gameRow: HostRow = {
  name: 'a mini game',
  async install(device) {
    const heard: Record<string, (options?: object) => void> = {}
    const listen = (name: string) => (run: (options?: object) => void) => {
      heard[name] = run
    }
    const wx = createWx(device, { onShow: listen('show'), onHide: listen('hide') })
    const { sdk } = await loadSdk(device, { wx })
    return {
      device,
      sdk,
      open: () => sdk.view('a'),
      go: name => sdk.view(name),
      hide: () => heard.hide?.({}),
      show: () => heard.show?.({ scene: 1001 }),
    }
  },
}
