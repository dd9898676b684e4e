import { describe, expect, it } from 'vitest'
import { openPhone, type PhoneOptions } from '../support/weapp/index.ts'
import { home, program } from './programs.ts'

const HOME = '/pages/home/index'

/** Opens the home page, does something there, closes; answers what the phone complained of. */
async function complaintOf(
  dist: PhoneOptions['dist'],
  act: (phone: Awaited<ReturnType<typeof openPhone>>) => Promise<unknown> = async () => undefined,
): Promise<string> {
  const phone = await openPhone({ dist })
  try {
    await phone.open(HOME)
    await act(phone)
    await phone.close()
    return ''
  } catch (error) {
    return (error as Error).message
  }
}

describe('a mini program that is right', () => {
  it('passes in silence', async () => {
    await expect(complaintOf(program(), phone => phone.tap('seen 0'))).resolves.toBe('')
  })
})

describe('a break fails the test that meets it', () => {
  it.each([
    ['a missing handler', home('', '<view bindtap="gone">x</view>'), /binds tap to gone, and has no such method/],
    [
      'a missing handler in a component',
      program({
        'pages/home/index.json': '{"usingComponents":{"the-card":"/card/card"}}',
        'pages/home/index.wxml': '<the-card/>',
        'card/card.json': '{"component":true}',
        'card/card.js': 'Component({})',
        'card/card.wxml': '<view catch:touchmove="gone"/>',
      }),
      /card\/card binds touchmove to gone/,
    ],
    [
      'a wrong path in usingComponents',
      home('', '<chart-box/>', { usingComponents: { 'chart-box': 'echarts-for-weixin' } }),
      /uses <chart-box> from echarts-for-weixin, and there is no pages\/home\/echarts-for-weixin\.js/,
    ],
    ['a component that nobody declares', home('', '<chart-box/>'), /<chart-box> is neither a component/],
    ['an API that WeChat lacks', home('onLoad() { wx.vibrateSoftly() }'), /wx\.vibrateSoftly is used/],
    [
      '100 KB of setData',
      home('onLoad() { this.setData({ rows: "x".repeat(100 * 1024) }) }'),
      /page of pages\/home\/index sent 1024\d\d bytes in one setData/,
    ],
    ['a global of browsers', home('onLoad() { document.title = "x" }'), /onLoad of pages\/home\/index: Cannot set/],
    ['a fetch', home('onLoad() { fetch("/x") }'), /fetch is not a function/],
    ['an error in a handler', home('onShow() { throw new Error("broken") }'), /onShow of pages\/home\/index: broken/],
    ['an error on the console', home('onLoad() { console.error("bad", 7) }'), /console\.error: bad 7/],
    ['a warning on the console', home('onLoad() { console.warn("odd") }'), /console\.warn: odd/],
    ['a page without a template', program({ 'pages/next/index.wxml': '' }), /page pages\/next\/index has no/],
    ['a page without a script', program({ 'extra/far/index.js': '' }), /page extra\/far\/index has no/],
    [
      'a preloadRule for a package that is not there',
      program({
        'app.json': '{"pages":["pages/home/index"],"preloadRule":{"pages/home/index":{"packages":["reports"]}}}',
      }),
      /names the package reports/,
    ],
    ['a broken template', home('', '<view>{{a +}}</view>'), /pages\/home\/index\.wxml:1/],
    ['a broken style sheet', program({ 'app.wxss': '.a { color: red' }), /app\.wxss .*Unclosed block/],
    ['a broken script', program({ 'pages/next/index.js': 'Page({' }), /pages\/next\/index\.js Unexpected end of input/],
    [
      'a file of a subpackage required from outside it',
      program({ 'app.js': 'require("./extra/tool"); App({})', 'extra/tool.js': 'module.exports = 1' }),
      /app\.js requires extra\/tool\.js of the subpackage extra/,
    ],
    [
      'a foreign address that is not https',
      home(
        'onLoad() { wx.request({ url: "http://example.com/", fail: ({ errMsg }) => { throw new Error(errMsg) } }) }',
      ),
      /request:fail url not in domain list/,
    ],
  ])('%s', async (_name, dist, complaint) => {
    await expect(complaintOf(dist)).resolves.toMatch(complaint)
  })

  it('a timer left behind', async () => {
    const dist = program({
      'pages/next/index.js': 'Page({ onLoad() { setInterval(() => {}, 1000) } })',
      'pages/home/index.js': 'Page({ go() { wx.navigateTo({ url: "../next/index" }) } })',
      'pages/home/index.wxml': '<view bindtap="go">go</view>',
    })
    const act = async (phone: Awaited<ReturnType<typeof openPhone>>) => {
      await phone.tap('go')
      await phone.back()
    }
    await expect(complaintOf(dist, act)).resolves.toMatch(
      /timer: pages\/next\/index\.js left an interval of 1000 ms on pages\/next\/index/,
    )
  })

  it('a way to a page that is not there', async () => {
    const dist = home('go() { wx.navigateTo({ url: "/pages/lost/index", fail() {} }) }', '<view bindtap="go">go</view>')
    await expect(complaintOf(dist, phone => phone.tap('go'))).resolves.toMatch(/goes to \/pages\/lost\/index/)
  })

  it('an opening at a page that is not there', async () => {
    await expect(complaintOf(program(), phone => phone.open('/pages/lost/index'))).resolves.toMatch(
      /\/pages\/lost\/index was opened, and there is no such page/,
    )
  })

  it('a tap that reaches nobody', async () => {
    await expect(complaintOf(home('', '<view>dead</view>'), phone => phone.tap('dead'))).resolves.toMatch(
      /a tap on "dead" reaches no handler/,
    )
  })

  it('setData of a page that nobody sees', async () => {
    const dist = home(
      'data: { n: 0 }, go() { wx.navigateTo({ url: "../next/index", success: () => this.setData({ n: 1 }) }) }',
      '<view bindtap="go">go {{n}}</view>',
    )
    await expect(complaintOf(dist, phone => phone.tap('go 0'))).resolves.toMatch(
      /called setData \(n\) while nobody could see it/,
    )
  })

  it('an announced fault passes', async () => {
    const announced = (phone: Awaited<ReturnType<typeof openPhone>>) => phone.expectFault(/console\.error: bad/)
    await expect(complaintOf(home('onLoad() { console.error("bad") }'), async phone => announced(phone))).resolves.toBe(
      '',
    )
  })
})
