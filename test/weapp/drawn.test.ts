import type { Browser } from 'playwright-core'
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import { launchBrowser } from '../support/chromium.ts'
import { openPhone, type Phone, type PhoneOptions } from '../support/weapp/index.ts'
import { home, program } from './programs.ts'

const HOME = '/pages/home/index'
const SHOWN = { selector: '.said' }
const PIXEL =
  'data:image/png;base64,iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg=='

describe('a phone with a screen', () => {
  let browser: Browser
  let phone: Phone

  beforeAll(async () => {
    browser = await launchBrowser()
  })
  afterEach(() => phone.close())
  afterAll(() => browser?.close())

  async function start(dist: PhoneOptions['dist']) {
    phone = await openPhone({ dist, browser })
    await phone.open(HOME)
  }

  /** A page that says how wide things are. */
  const measuring = (selector: string) =>
    `Page({ data: { said: '' }, onReady() { wx.createSelectorQuery().selectAll('${selector}').boundingClientRect(found => this.setData({ said: found.map(({ width }) => width).join(' ') })).exec() } })`

  it('counts rpx by its width', async () => {
    const dist = program({
      'pages/home/index.js': measuring('.wide'),
      'pages/home/index.wxml': '<view class="wide"/><text class="said">{{said}}</text>',
    })
    await start(dist)
    await phone.find('195')
  })

  it.each([
    ['keeps the styles of an isolated component apart from those of its page', {}, '300 100'],
    ['lets the page style a component that asks for it', { styleIsolation: 'apply-shared' }, '300 300'],
  ])('%s', async (_what, options, widths) => {
    const dist = program({
      'pages/home/index.json': '{"usingComponents":{"the-card":"/card/card"}}',
      'pages/home/index.js': `Page({ data: { said: [] }, told({ detail }) { this.setData({ said: [...this.data.said, detail] }) }, onReady() { wx.createSelectorQuery().select('.head').boundingClientRect(({ width }) => this.setData({ page: width })).exec() } })`,
      'pages/home/index.wxml':
        '<view class="head"/><the-card bind:told="told"/><text class="said">{{page}} {{said}}</text>',
      'pages/home/index.wxss': 'view.head { width: 300px } .tail { width: 50px }',
      'card/card.json': JSON.stringify({ component: true, ...options }),
      'card/card.js': `Component({ ready() { this.createSelectorQuery().select('.head').boundingClientRect(({ width }) => this.triggerEvent('told', width)).exec() } })`,
      'card/card.wxml': '<view class="head"/>',
      'card/card.wxss': '.head { width: 100px }',
    })
    await start(dist)
    await phone.find(widths)
  })

  it('loads an image and says so, or that it could not', async () => {
    await start(
      home(
        `data: { said: '' }, load({ detail }) { this.setData({ said: this.data.said + detail.width + ' ' }) }, error({ detail }) { this.setData({ said: this.data.said + detail.errMsg }) }`,
        `<image src="${PIXEL}" bindload="load"/><image src="data:image/png;base64,AAAA" binderror="error"/><text class="said">{{said}}</text>`,
      ),
    )
    await phone.find({ part: '1' })
    await phone.find({ part: 'image load fail' })
  })

  it('scrolls a view to where it is told, and hears that it came near the end', async () => {
    await start(
      home(
        `data: { to: '', said: '' }, go() { this.setData({ to: 'last' }) }, end({ detail }) { this.setData({ said: detail.direction }) }`,
        '<scroll-view scroll-y scroll-into-view="{{to}}" bindscrolltolower="end" style="height: 100px"><view bindtap="go" style="height: 900px">go</view><view id="last" style="height: 90px">last</view></scroll-view><text class="said">{{said}}</text>',
      ),
    )
    await phone.tap('go')
    await phone.find('bottom')
  })

  it('tells an observer what comes into sight', async () => {
    await start(
      home(
        `data: { to: 0, said: '' }, onReady() { wx.createIntersectionObserver(this).relativeToViewport().observe('.far', ({ intersectionRatio }) => this.setData({ said: this.data.said + (intersectionRatio > 0 ? 'seen ' : 'hidden ') })) }, go() { wx.pageScrollTo({ scrollTop: 5000 }) }`,
        '<view bindtap="go">go</view><text class="said">{{said}}</text><view style="height: 3000px"/><view class="far" style="height: 90px">far</view>',
      ),
    )
    await phone.find('hidden')
    await phone.tap('go')
    await phone.find('hidden seen')
  })

  it('takes several lines, and draws on a canvas', async () => {
    await start(
      home(
        `data: { said: '' }, typed({ detail }) { this.setData({ said: detail.value.length }) }, onReady() { wx.createSelectorQuery().select('.plot').fields({ node: true, size: true }).exec(([{ node }]) => { node.width = 4; node.height = 4; const pen = node.getContext('2d'); pen.fillStyle = '#f00'; pen.fillRect(0, 0, 4, 4); this.setData({ red: pen.getImageData(1, 1, 1, 1).data[0] }) }) }`,
        '<textarea bindinput="typed"/><canvas type="2d" class="plot"/><text class="said">{{said}} {{red}}</text>',
      ),
    )
    await phone.find('255')
    await phone.type({ selector: 'textarea' }, 'a\nb')
    await phone.find('3 255')
    await expect(phone.text(SHOWN)).resolves.toBe('3 255')
  })
})
