// @vitest-environment jsdom
import { cpSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'
import { BUILD_TIMEOUT, built } from '../support/built.ts'

interface Simulated {
  attach: (parent: Element) => void
  detach: () => void
  instance: { touchStart: (event: object) => void; touchEnd: (event: object) => void }
}
interface Simulate {
  load: (file: string) => string
  render: (id: string, properties: object) => Simulated
}
interface Wx {
  createSelectorQuery: () => object
  getSystemInfoSync: () => object
}

const SIZE = { width: 366, height: 220 }
const context = { font: '' }
const node = { getContext: () => context }

/** The simulator knows no canvas nodes. */
const query = {
  in: () => query,
  select: () => query,
  fields: () => query,
  exec: (answer: (found: object[]) => void) => void setTimeout(() => answer([{ node, ...SIZE }]), 0),
}

describe('ec-canvas as it is built', () => {
  let folder: string
  let simulate: Simulate
  let id: string

  beforeAll(async () => {
    folder = mkdtempSync(path.join(tmpdir(), 'data-assistant-component-'))
    cpSync(await built('weapp'), folder, { recursive: true })
    writeFileSync(path.join(folder, 'package.json'), '{"type":"commonjs"}')
    const require = createRequire(import.meta.url)
    simulate = require('miniprogram-simulate')
    const { wx } = globalThis as unknown as { wx: Wx }
    Object.assign(wx, {
      createSelectorQuery: () => query,
      getSystemInfoSync: () => ({ SDKVersion: '3.8.0', pixelRatio: 3 }),
    })
    for (const file of ['runtime.js', 'vendors.js', 'taro.js']) require(path.join(folder, file))
    id = simulate.load(path.join(folder, 'npm/echarts-for-weixin/miniprogram_dist/index'))
  }, BUILD_TIMEOUT)

  afterAll(() => rmSync(folder, { recursive: true, force: true }))

  function render(ec: object) {
    const echarts = { registerPreprocessor: vi.fn(), setCanvasCreator: vi.fn() }
    const component = simulate.render(id, { canvasId: 'trend', echarts, ec })
    const place = document.createElement('div')
    component.attach(place)
    return { component, echarts, place }
  }

  it('hands a canvas of the right size to the chart, through our two functions', async () => {
    const onInit = vi.fn()
    const { echarts, place } = render({ onInit })
    await vi.waitFor(() => expect(onInit).toHaveBeenCalledOnce())
    const [canvas, width, height, ratio] = onInit.mock.calls[0] ?? []
    expect({ width, height, ratio }).toEqual({ ...SIZE, ratio: 3 })
    expect(canvas.getContext('2d')).toBe(context)
    expect(echarts.registerPreprocessor).toHaveBeenCalledOnce()
    expect(echarts.setCanvasCreator).toHaveBeenCalledOnce()
    expect(place.innerHTML).toContain('wx-canvas')
  })

  it('waits when it is told to', async () => {
    const onInit = vi.fn()
    render({ lazyLoad: true, onInit })
    await new Promise(resolve => setTimeout(resolve, 0))
    expect(onInit).not.toHaveBeenCalled()
  })

  it('passes a finger on to the chart', async () => {
    const handler = { dispatch: vi.fn(), processGesture: vi.fn() }
    const onInit = vi.fn(() => ({ getZr: () => ({ handler }) }))
    const { component } = render({ onInit })
    await vi.waitFor(() => expect(onInit).toHaveBeenCalledOnce())
    component.instance.touchStart({ touches: [{ x: 12, y: 34 }] })
    component.instance.touchEnd({ touches: [], changedTouches: [{ x: 12, y: 34 }] })
    expect(handler.dispatch.mock.calls.map(([type, at]) => [type, at.zrX, at.zrY])).toEqual([
      ['mousedown', 12, 34],
      ['mousemove', 12, 34],
      ['mouseup', 12, 34],
      ['click', 12, 34],
    ])
  })
})
