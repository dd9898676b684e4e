import { beforeAll, describe, expect, it } from 'vitest'
import { BUILD_TIMEOUT, built } from '../support/built.ts'
import { openPhone } from '../support/weapp/index.ts'
import { readBuild } from '../support/weapp/package/read.ts'

const PAGE = 'pages/binding/index'

describe('a deliberate break in a page of the build', () => {
  let files: ReadonlyMap<string, string>

  beforeAll(async () => {
    files = readBuild(await built('weapp'))
  }, BUILD_TIMEOUT)

  /** Opens the page and goes on to another, with one file changed; answers what the phone complained of. */
  async function complaintAfter(file: string, change: (text: string) => string): Promise<string> {
    const phone = await openPhone({ dist: new Map(files).set(file, change(files.get(file) ?? '')) })
    try {
      await phone.open(`/${PAGE}`)
      await phone.open('/pages/signin/index')
      await phone.close()
      return ''
    } catch (error) {
      return (error as Error).message
    }
  }

  it('is what fails, not the build as it is', async () => {
    await expect(complaintAfter(`${PAGE}.js`, text => text)).resolves.toBe('')
  })

  it.each<[string, string, (text: string) => string, RegExp]>([
    ['a missing handler', `${PAGE}.wxml`, text => `${text}<view bindtap="gone"/>`, /binds tap to gone/],
    [
      'a wrong path in usingComponents',
      'reports/overview/index.json',
      text => text.replace(/"ec-canvas":"[^"]+"/, '"ec-canvas":"echarts-for-weixin"'),
      /reports\/overview\/index\.json uses <ec-canvas> from echarts-for-weixin/,
    ],
    ['an API that WeChat lacks', `${PAGE}.js`, text => `${text};wx.vibrateSoftly()`, /wx\.vibrateSoftly is used/],
    [
      '100 KB of setData',
      `${PAGE}.js`,
      text => `${text};setTimeout(() => getCurrentPages()[0].setData({ rows: 'x'.repeat(102400) }))`,
      /sent 1024\d\d bytes in one setData/,
    ],
    [
      'a timer left behind',
      `${PAGE}.js`,
      text => `${text};setTimeout(() => setInterval(() => undefined, 1000))`,
      /left an interval of 1000 ms on pages/,
    ],
    ['a global of browsers', `${PAGE}.js`, text => `${text};document.title = 'x'`, /properties of undefined/],
  ])('%s', async (_what, file, change, words) => {
    await expect(complaintAfter(file, change)).resolves.toMatch(words)
  })
})
