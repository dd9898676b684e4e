import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { demoApp } from '../../server/sandbox/index.ts'
import { ADMIN, openSite, type Site } from '../journeys/site.ts'
import { BUILD_TIMEOUT, built } from '../support/built.ts'
import { openPhone, type Phone } from '../support/weapp/index.ts'
import { bind } from '../support/whole-server.ts'

const REPORTS = ['overview', 'trend', 'sources', 'engagement', 'pages', 'retention', 'portrait', 'performance'] as const
const { cafe: young, ended, silent, game, flowers: refused } = demoApp

/** Early in the afternoon, when WeChat has said all that it will say of yesterday. */
const MOMENT = Date.parse('2026-07-15T16:30:00+08:00')

const BROKEN = /NaN|undefined|null|Infinity|\[object/
/** A zero as the screens write one; the head of a scale is none. */
const ZERO = /(?<![\d.,:%月年–-])0(\.0+)?(?![\d.,:%月日年])/
const NOT_GIVEN = /没有数|微信没有数/
const NOT_OFFERED = /微信不提供|微信不对这类应用提供/
/** That nothing of the past is filled in yet is a true zero. */
const FILLED = /正在补历史数据 ?0\/\d+ ?0%/

describe('an app with little to show', () => {
  let site: Site
  let dist: string
  let phone: Phone

  beforeAll(async () => {
    dist = await built('weapp')
    site = await openSite(MOMENT - Date.now())
    site.sandbox.configure({ appid: refused.appid, refused: true })
    for (const one of [young, ended, silent, game, refused]) await bind(site.ask, one)
  }, BUILD_TIMEOUT)

  afterAll(() => site?.close())

  const start = async (appid: string, report: string) => {
    phone = await openPhone({ dist, server: site.origin, login: () => site.code(ADMIN), ahead: MOMENT - Date.now() })
    await phone.open(`/reports/${report}/index?appid=${appid}`)
    await phone.gone({ selector: '.da-sk' })
    return phone.text({ selector: '.da-page' })
  }

  describe.each([
    ['where nobody ever came', silent, NOT_GIVEN],
    ['that ended last year', ended, NOT_GIVEN],
    ['that WeChat has no such reports for', game, NOT_OFFERED],
    ['whose account may not ask', refused, NOT_OFFERED],
  ] as const)('%s', (_what, { appid }, words) => {
    it.each(REPORTS)('says so on %s, with no number in the place of one', async report => {
      const text = (await start(appid, report)).replace(FILLED, '')
      // WeChat gives games an empty list of 性能 in place of a refusal
      expect(text).toMatch(appid === game.appid && report === 'performance' ? NOT_GIVEN : words)
      expect(text).not.toMatch(BROKEN)
      expect(text).not.toMatch(ZERO)
      expect(text).not.toContain('导出 CSV')
      await phone.close()
    })
  })

  it.each(REPORTS)('that is young shows the days that it has on %s', async report => {
    const text = await start(young.appid, report)
    expect(text).not.toMatch(BROKEN)
    expect(text).toMatch(/\d/)
    await phone.close()
  })

  it('that is young has a dash, and no zero, for the days before it opened', async () => {
    await start(young.appid, 'trend')
    await phone.tap({ role: 'button', name: '前一段' })
    await phone.find({ part: '05-16 – 06-14' })
    const more = { role: 'button', name: '更多' }
    while (await phone.has(more)) await phone.tap(more)
    const days = (await phone.text({ selector: '.da-tb' })).split(/(?=\d\d-\d\d[一二三四五六日])/).slice(1)
    expect(days).toHaveLength(30)
    const known = days.filter(day => !/^\d\d-\d\d.--/.test(day))
    // newest first: what is known stands above what was before
    expect(days.slice(0, known.length)).toEqual(known)
    expect(known.length).toBeLessThan(27)
    expect(known.filter(day => /^\d\d-\d\d.0(?!\d)/.test(day))).toEqual([])
    await phone.close()
  })

  it('that ended leads to the last month that has numbers', async () => {
    await start(ended.appid, 'sources')
    await phone.tap({ role: 'button', name: '看最近有数的一个月：2025年8月' })
    await phone.find({ part: '08-01 – 08-31' })
    await phone.find({ role: 'button', part: '会话' })
    await phone.close()
  })
})
