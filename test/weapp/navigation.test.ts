import { afterEach, describe, expect, it } from 'vitest'
import { openPhone, type Phone } from '../support/weapp/index.ts'
import { program } from './programs.ts'

const HOME = '/pages/home/index'
const NEXT = '/pages/next/index'
const FAR = '/extra/far/index'
const SHOWN = { selector: 'text' }
let phone: Phone

afterEach(() => phone.close())

/** Every page has a row for each way to another; a refusal is shown in WeChat's words. */
const page = {
  js: `Page({ data: { said: '' }, go({ currentTarget: { dataset } }) { wx[dataset.by]({ url: dataset.to, delta: Number(dataset.delta), fail: ({ errMsg }) => this.setData({ said: errMsg }) }) } })`,
  wxml: (ways: [label: string, by: string, to: string][]) =>
    `<text>{{said}}</text>${ways.map(([label, by, to]) => `<view data-by="${by}" data-to="${to}" data-delta="${to}" bindtap="go">${label}</view>`).join('')}`,
}
const WAYS: [string, string, string][] = [
  ['further', 'navigateTo', `${NEXT}?id=a%26b`],
  ['far', 'navigateTo', FAR],
  ['instead', 'redirectTo', NEXT],
  ['anew', 'reLaunch', FAR],
  ['to the tab', 'switchTab', HOME],
  ['to no tab', 'switchTab', NEXT],
  ['further to a tab', 'navigateTo', HOME],
  ['back', 'navigateBack', '1'],
  ['back two', 'navigateBack', '2'],
]

async function start({ tabs = false } = {}) {
  const pages = ['pages/home/index', 'pages/next/index', 'extra/far/index']
  const app = {
    pages: pages.slice(0, 2),
    subPackages: [{ root: 'extra', pages: ['far/index'] }],
    ...(tabs ? { tabBar: { list: [{ pagePath: 'pages/home/index', text: 'home' }] } } : {}),
  }
  const files = pages.flatMap(path => [
    [`${path}.js`, page.js],
    [`${path}.wxml`, page.wxml(WAYS)],
  ])
  phone = await openPhone({ dist: program({ 'app.json': JSON.stringify(app), ...Object.fromEntries(files) }) })
  await phone.open(HOME)
}

describe('ways from page to page', () => {
  it('navigateTo puts a page on top, with what its address says', async () => {
    await start()
    await phone.tap('further')
    await expect(phone.stack()).resolves.toEqual([HOME, `${NEXT}?id=a%26b`])
  })

  it('redirectTo takes the place of the page in front', async () => {
    await start()
    await phone.tap('far')
    await phone.tap('instead')
    await expect(phone.stack()).resolves.toEqual([HOME, NEXT])
  })

  it('reLaunch leaves nothing below', async () => {
    await start()
    await phone.tap('further')
    await phone.tap('anew')
    await expect(phone.stack()).resolves.toEqual([FAR])
  })

  it('navigateBack goes back as far as it says, and never beyond the first page', async () => {
    await start()
    await phone.tap('further')
    await phone.tap('far')
    await phone.tap('back two')
    await expect(phone.stack()).resolves.toEqual([HOME])
    await phone.tap('back')
    await expect(phone.text(SHOWN)).resolves.toBe('navigateBack:fail cannot navigate back at first page.')
  })

  it('switchTab leaves everything for a tab', async () => {
    await start({ tabs: true })
    await phone.tap('further')
    await phone.tap('to the tab')
    await expect(phone.stack()).resolves.toEqual([HOME])
  })

  it.each([
    ['to no tab', 'switchTab:fail can not switch to no-tabBar page'],
    ['further to a tab', 'navigateTo:fail can not navigateTo a tabbar page'],
  ])('%s is refused', async (way, words) => {
    await start({ tabs: true })
    await phone.tap(way)
    await expect(phone.text(SHOWN)).resolves.toBe(words)
  })
})
