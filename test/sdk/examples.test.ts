import { readFileSync } from 'node:fs'
import path from 'node:path'
import vm from 'node:vm'
import { describe, expect, it } from 'vitest'
import { ROOT } from '../arch/sources.ts'
import { Device } from './hosts/device.ts'
import { createWx, loadSdk, MiniProgram } from './hosts/wechat.ts'
import { type PageMaker, taroProgram } from './taro.ts'

describe('the example for Taro', () => {
  it.each<PageMaker>(['Page', 'Component'])('is measured, its page made by %s', async maker => {
    const device = new Device()
    const program = new MiniProgram()
    const wx = createWx(device)
    const { Date: _clock, ...world } = device.world
    const context = vm.createContext({
      ...world,
      ...program.globals,
      wx,
      clearTimeout: () => undefined,
      getApp: () => program.app,
    })
    context.global = context
    vm.runInContext(await taroProgram(maker), context)
    const [page = {}] = program.defined
    program.launch()
    program.push(page, 'pages/index/index')
    // React draws in steps, each in a turn of its own
    for (let turn = 0; turn < 20; turn += 1) {
      device.pass(10)
      await new Promise(resolve => setTimeout(resolve, 0))
    }
    program.onTop('onShareAppMessage', { from: 'menu' })
    program.hide()
    expect(device.told.map(line => line.replace(/ \d+$/, ''))).toEqual([
      'launch',
      'show',
      'view pages/index/index',
      'share pages/index/index',
      'leave pages/index/index',
      'hide',
    ])
    expect(device.posts[0]?.visitor.openid).toBe('o-of-your-server')
  })
})

describe('the example for mini games', () => {
  it('names its scenes, and sells a sword', async () => {
    const device = new Device()
    const heard: Record<string, () => void> = {}
    const listen = (name: string) => (run: () => void) => {
      heard[name] = run
    }
    const wx = createWx(device, { onShow: listen('show'), onHide: listen('hide'), onTouchStart: listen('touch') })
    const { sdk } = await loadSdk(device, { wx })
    const code = readFileSync(path.join(ROOT, 'sdk', 'examples', 'game', 'game.js'), 'utf8')
    vm.runInNewContext(code, { wx, require: () => sdk })
    device.pass(3000)
    heard.touch?.()
    heard.hide?.()
    expect(device.told).toEqual([
      'launch',
      'show',
      'view home',
      'leave home 3000',
      'view battle',
      'purchase battle',
      'leave battle 0',
      'hide',
    ])
  })
})
