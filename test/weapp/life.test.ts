import { afterEach, describe, expect, it } from 'vitest'
import { openPhone, type Phone, type PhoneOptions } from '../support/weapp/index.ts'
import { home, program } from './programs.ts'

const HOME = '/pages/home/index'
/** A file that every page and the app may require to note what happened. */
const LOG = { 'log.js': 'const lines = []; module.exports = { lines, note: line => lines.push(line) }' }
let phone: Phone

afterEach(() => phone.close())

async function start(dist: PhoneOptions['dist'], options: Partial<PhoneOptions> = {}) {
  phone = await openPhone({ dist, ...options })
  await phone.open(`${HOME}?id=7`)
  return phone
}

/** A program whose pages note each step of their life and show all notes on the home page. */
function noting() {
  const steps = ['onLoad', 'onShow', 'onReady', 'onHide', 'onUnload']
  const noted = (who: string) =>
    steps
      .map(step => `${step}(query) { note('${who} ${step}' + (query && query.id ? ' ' + query.id : '')) }`)
      .join(', ')
  return program({
    ...LOG,
    'app.js': `const { note } = require('./log'); App({ onLaunch({ query }) { note('app onLaunch ' + query.id) }, onShow() { note('app onShow') }, onHide() { note('app onHide') } })`,
    'pages/home/index.js': `const { note, lines } = require('../../log'); Page({ data: { lines: '' }, ${noted('home')}, go() { wx.navigateTo({ url: '../next/index?id=8' }) }, tell() { this.setData({ lines: lines.join(',') }) } })`,
    'pages/home/index.wxml': '<view bindtap="go">go</view><view bindtap="tell">tell</view><text>{{lines}}</text>',
    'pages/next/index.js': `const { note } = require('../../log'); Page({ ${noted('next')} })`,
  })
}

const toldLife = async () => {
  await phone.tap('tell')
  return (await phone.text({ selector: 'text' })).split(',')
}

describe('the life of pages', () => {
  it('goes in the order of WeChat', async () => {
    await start(noting())
    await phone.tap('go')
    await phone.back()
    await expect(toldLife()).resolves.toEqual([
      'app onLaunch 7',
      'app onShow',
      'home onLoad 7',
      'home onShow',
      'home onReady',
      'home onHide',
      'next onLoad 8',
      'next onShow',
      'next onReady',
      'next onUnload',
      'home onShow',
    ])
  })

  it('hears the app leave and come back', async () => {
    await start(noting())
    await phone.hide()
    await phone.show()
    await expect(toldLife()).resolves.toEqual(
      expect.arrayContaining(['home onHide', 'app onHide', 'app onShow', 'home onShow']),
    )
  })

  it('keeps at most ten pages', async () => {
    await start(
      home(
        'data: { refused: "" }, go() { wx.navigateTo({ url: "index", fail: ({ errMsg }) => this.setData({ refused: errMsg }) }) }',
        '<view bindtap="go">go</view><text>{{refused}}</text>',
      ),
    )
    for (let count = 1; count <= 10; count += 1) await phone.tap('go')
    expect(await phone.stack()).toHaveLength(10)
    await expect(phone.text({ selector: 'text' })).resolves.toBe('navigateTo:fail webview count limit exceed')
  })

  it('waits for the page to stop its pull', async () => {
    await start(
      home(
        'data: { pulled: 0 }, onPullDownRefresh() { this.setData({ pulled: 1 }); wx.stopPullDownRefresh() }',
        '<view>pulled {{pulled}}</view>',
        { enablePullDownRefresh: true },
      ),
    )
    await phone.pullDown()
    await phone.find('pulled 1')
  })

  it('shares what the page says', async () => {
    await start(home('onShareAppMessage({ from }) { return { title: from, path: "/pages/next/index" } }'))
    await expect(phone.share()).resolves.toEqual({ title: 'menu', path: '/pages/next/index' })
  })
})

describe('events', () => {
  it('bubble, are caught, and are captured first', async () => {
    const add = (name: string) => `${name}() { this.setData({ path: this.data.path + '${name} ' }) }`
    await start(
      home(
        `data: { path: '' }, ${['outer', 'inner', 'first', 'never'].map(add).join(', ')}`,
        '<view bindtap="never"><view catchtap="outer" capture-bind:tap="first"><view bindtap="inner">here</view></view></view><text>{{path}}</text>',
      ),
    )
    await phone.tap('here')
    await expect(phone.text({ selector: 'text' })).resolves.toBe('first inner outer')
  })

  it('carry touches, data sets and typed text', async () => {
    await start(
      home(
        `data: { seen: '' }, tap({ currentTarget, touches, changedTouches }) { this.setData({ seen: [currentTarget.dataset.id, touches.length, changedTouches.length].join(' ') }) }, typed({ detail }) { this.setData({ seen: detail.value }) }`,
        '<view data-id="a1" bindtouchend="tap" catchtap="nothing">here</view><input bindinput="typed"/><text>{{seen}}</text>',
      ),
    )
    phone.expectFault(/binds tap to nothing/)
    await phone.tap('here')
    await expect(phone.text({ selector: 'text' })).resolves.toBe('a1 0 1')
    await phone.type({ role: 'textbox' }, '数据')
    await expect(phone.text({ selector: 'text' })).resolves.toBe('数据')
  })

  it('reach a field whose `disabled` is undefined, as it is to WeChat', async () => {
    await start(
      home(
        `data: {}, typed({ detail }) { this.setData({ seen: detail.value }) }`,
        '<input disabled="{{nothing}}" bindinput="typed"/><text>{{seen}}</text>',
      ),
    )
    await phone.type({ role: 'textbox' }, 'a')
    await expect(phone.text({ selector: 'text' })).resolves.toBe('a')
  })

  it('come from built-ins that choose', async () => {
    await start(
      home(
        `data: { seen: '' }, changed({ detail }) { this.setData({ seen: JSON.stringify(detail.value ?? detail.current) }) }`,
        '<switch bindchange="changed"/><picker bindchange="changed">day</picker><swiper bindchange="changed"><swiper-item>a</swiper-item><swiper-item>b</swiper-item></swiper><text>{{seen}}</text>',
      ),
    )
    const seen = () => phone.text({ selector: 'text' })
    await phone.tap({ role: 'switch' })
    await expect(seen()).resolves.toBe('true')
    await phone.pick({ selector: 'picker' }, '2026-07-01')
    await expect(seen()).resolves.toBe('"2026-07-01"')
    await phone.swipe({ selector: 'swiper' }, 'left')
    await expect(seen()).resolves.toBe('1')
  })
})

describe('storage', () => {
  const keeping = home(
    `data: { said: '' }, onLoad() { this.setData({ said: JSON.stringify(wx.getStorageSync('kept')) }) }, keep() { wx.setStorageSync('kept', { n: 1 }) }, much() { try { wx.setStorageSync('big', 'x'.repeat(1024 * 1024)) } catch (error) { this.setData({ said: error.message }) } }`,
    '<view bindtap="keep">keep</view><view bindtap="much">much</view><text>{{said}}</text>',
  )
  const said = () => phone.text({ selector: 'text' })

  it('lasts from one phone to the next', async () => {
    await start(keeping)
    await expect(said()).resolves.toBe('""')
    await phone.tap('keep')
    const storage = await phone.storage()
    await phone.close()
    await start(keeping, { storage })
    await expect(said()).resolves.toBe('{"n":1}')
  })

  it('refuses more than 1 MB under one key', async () => {
    await start(keeping)
    await phone.tap('much')
    await expect(said()).resolves.toMatch(/exceed max size/)
  })
})

describe('native components', () => {
  it('get properties, slots, their own styles and a late ready', async () => {
    await start(
      program({
        'pages/home/index.json': '{"usingComponents":{"the-card":"/card/card"}}',
        'pages/home/index.js': 'Page({ data: { told: "" }, told({ detail }) { this.setData({ told: detail }) } })',
        'pages/home/index.wxml': '<the-card title="数" bind:told="told">inside</the-card><text>{{told}}</text>',
        'card/card.json': '{"component":true}',
        'card/card.js':
          'Component({ properties: { title: String }, lifetimes: { ready() { this.triggerEvent("told", "ready " + this.data.title) } } })',
        'card/card.wxml': '<view class="head">{{title}}</view><slot/>',
      }),
    )
    await phone.find('数')
    await phone.find('ready 数')
    await expect(phone.text({ selector: 'the-card' })).resolves.toContain('inside')
  })

  it('find their canvas and measure it', async () => {
    await start(
      home(
        `data: { size: '' }, onReady() { wx.createSelectorQuery().select('.plot').fields({ node: true, size: true }).exec(([{ node, width, height }]) => { node.getContext('2d').fillRect(0, 0, 1, 1); this.setData({ size: [width, height].join(' ') }) }) }`,
        '<view style="height: 220px"><canvas type="2d" class="plot"/></view><text>{{size}}</text>',
      ),
    )
    await phone.find('390 220')
    await expect(phone.attribute({ selector: 'canvas' }, 'data-strokes')).resolves.toBe('1')
  })
})
