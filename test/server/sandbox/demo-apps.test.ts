import { describe, expect, it } from 'vitest'
import { compact, parseDay } from '../../../server/sandbox/calendar.ts'
import { afternoon, client, demoApp, type Json } from './client.ts'

const { freshShop, cafe, bus, silent, game, ended } = demoApp
const listOf = (answer: Json) => answer.list as Json[]
const namesOf = (answer: Json) => listOf(answer).map(list => list.index)
const lastWeeks = Array.from({ length: 32 }, (_, index) => compact((parseDay('20261120') ?? 0) - index))

/** Answers of the app with every trap for the last 32 days. */
async function busAnswers(name: string): Promise<Json[]> {
  const { report } = client()
  return Promise.all(lastWeeks.map(day => report(bus, name, day)))
}

describe('the demo accounts', () => {
  it('have AppIDs and secrets like real ones, each its own', () => {
    const apps = Object.values(demoApp)
    for (const app of apps) {
      expect(app.appid).toMatch(/^wx[0-9a-f]{16}$/)
      expect(app.secret).toMatch(/^[0-9a-f]{32}$/)
    }
    expect(new Set(apps.flatMap(app => [app.appid, app.secret])).size).toBe(apps.length * 2)
  })

  it('big: about 60,000 visitors and exactly the 200 most visited pages', async () => {
    const { report } = client()
    const row = listOf(await report(freshShop, 'dailyvisittrend', '20261119'))[0]
    expect(row?.visit_uv).toBeGreaterThan(45_000)
    const visits = listOf(await report(freshShop, 'visitpage', '20261119')).map(page => Number(page.page_visit_pv))
    expect(visits).toHaveLength(200)
    expect(visits).toEqual([...visits].sort((left, right) => right - left))
  })

  it('big: the spring festival shows', async () => {
    const { report } = client()
    const people = async (day: string) => Number(listOf(await report(freshShop, 'dailyvisittrend', day))[0]?.visit_uv)
    expect(await people('20260217')).toBeLessThan(0.75 * (await people('20260303')))
  })

  it('young: began three to seven weeks ago', async () => {
    const { report } = client()
    expect(listOf(await report(cafe, 'dailyvisittrend', '20261030'))).toHaveLength(1)
    expect(listOf(await report(cafe, 'dailyvisittrend', '20261002'))).toHaveLength(0)
  })

  it('young: opened on the same day at every later start, once it is told since when it is known', async () => {
    const later = client({ now: () => afternoon + 100 * 86_400_000 })
    const openedBy = async (day: string) => listOf(await later.report(cafe, 'dailyvisittrend', day)).length
    expect(await openedBy('20261030')).toBe(0)
    later.sandbox.configure({ appid: cafe.appid, youngSince: afternoon })
    expect(await openedBy('20261030')).toBe(1)
    expect(await openedBy('20261002')).toBe(0)
  })

  it('ended: history and nothing lately', async () => {
    const { report } = client()
    expect(listOf(await report(ended, 'dailyvisittrend', '20250831'))).toHaveLength(1)
    expect(listOf(await report(ended, 'dailyvisittrend', '20250901'))).toHaveLength(0)
  })

  it('silent: skeletons', async () => {
    const { report } = client()
    const empty = { province: [], city: [], genders: [], platforms: [], devices: [], ages: [] }
    expect(await report(silent, 'dailyvisittrend', '20261120')).toEqual({ list: [] })
    expect(await report(silent, 'dailysummarytrend', '20261120')).toEqual({ list: [] })
    expect(await report(silent, 'visitpage', '20261120')).toEqual({ ref_date: '20261120', list: [] })
    expect(await report(silent, 'dailyretaininfo', '20261120')).toEqual({
      ref_date: '20261120',
      visit_uv_new: [],
      visit_uv: [],
    })
    expect(await report(silent, 'userportrait', '20261120')).toEqual({
      ref_date: '20261120',
      visit_uv_new: empty,
      visit_uv: empty,
    })
    expect(namesOf(await report(silent, 'visitdistribution', '20261120'))).toEqual([
      'access_source_session_cnt',
      'access_staytime_info',
      'access_depth_info',
    ])
  })

  it('game: has no mini program reports', async () => {
    const { report } = client()
    expect((await report(game, 'visitpage', '20261120')).errmsg).toMatch(/^this is game miniprogram, data api is not/)
  })
})

describe('the app with every trap', () => {
  const some = (answers: Json[], test: (answer: Json) => boolean) =>
    expect(answers.filter(test).length).toBeGreaterThan(0)

  it('leaves fields out as the official sample does', async () => {
    const answers = await busAnswers('dailyvisittrend')
    const rows = answers.flatMap(answer => (answer.list as Json[] | undefined) ?? [])
    some(rows, row => !('stay_time_uv' in row) && row.stay_time_session === 0)
    some(rows, row => !('visit_depth' in row))
    some(rows, row => row.visit_uv === 0)
  })

  it('has days with an empty list and days without a list', async () => {
    const answers = await busAnswers('dailyvisittrend')
    some(answers, answer => (answer.list as Json[] | undefined)?.length === 0)
    some(answers, answer => !('list' in answer))
  })

  it('has more opens in the distribution than in the trend, an unknown key and a fourth list', async () => {
    const { report } = client()
    const distribution = listOf(await report(bus, 'visitdistribution', '20261118'))
    const trend = listOf(await report(bus, 'dailyvisittrend', '20261118'))[0]
    const items = distribution[0]?.item_list as { key: number; value: number }[]
    expect(items.reduce((total, item) => total + item.value, 0)).toBeGreaterThan(Number(trend?.session_cnt))
    expect(items[0]?.key).toBe(65)
    expect(distribution[1]?.index).toBe('access_source_visit_uv')
  })

  it('leaves buckets out and sends the rest in descending order', async () => {
    const answers = await busAnswers('visitdistribution')
    const keys = answers
      .flatMap(answer => (answer.list as Json[] | undefined) ?? [])
      .filter(list => list.index === 'access_depth_info')
      .map(list => (list.item_list as { key: number }[]).map(item => item.key))
    expect(keys).toContainEqual([5, 4, 3, 2, 1])
    expect(keys).toContainEqual([7, 6, 5, 4, 3, 2, 1])
  })

  it('has an index that nobody documents', async () => {
    const answers = await busAnswers('visitdistribution')
    some(answers, answer => 'list' in answer && namesOf(answer).includes('access_region_info'))
  })

  it('names pages with .html, with a slash in front, and one page twice', async () => {
    const answers = await busAnswers('visitpage')
    const paths = answers.map(answer => ((answer.list as Json[] | undefined) ?? []).map(page => String(page.page_path)))
    expect(paths.flat()).toContain('pages/main/main.html')
    expect(paths.flat()).toContain('/pages/main/main.html')
    expect(paths.some(day => day.includes('pages/main/main') && day.includes('pages/main/main.html'))).toBe(true)
  })

  it('has survivors of nobody, cohorts of nobody and mature keys that are missing', async () => {
    const answers = await busAnswers('dailyretaininfo')
    const lists = answers.map(answer => answer.visit_uv as { key: number; value: number }[])
    expect(lists.some(list => list[0]?.value === 0 && (list[1]?.value ?? 0) > 0)).toBe(true)
    expect(lists.some(list => list.length > 1 && list.every(item => item.value === 0))).toBe(true)
    expect(lists.some(list => list.some(item => item.key === 5) && !list.some(item => item.key === 4))).toBe(true)
    expect(lists.some(list => list.length === 0)).toBe(true)
  })

  it('spells a province in two ways and has more new than active iPhone users', async () => {
    const { report } = client()
    const answer = await report(bus, 'userportrait', '20261113', '20261119')
    const find = (half: unknown, attribute: string, name: string) =>
      (half as Record<string, { name: string; value: number }[]>)[attribute]?.find(item => item.name === name)?.value ??
      0
    expect(find(answer.visit_uv_new, 'province', '广东')).toBeGreaterThan(0)
    expect(find(answer.visit_uv, 'province', '广东省')).toBeGreaterThan(0)
    expect(find(answer.visit_uv_new, 'platforms', 'iPhone')).toBeGreaterThan(
      find(answer.visit_uv, 'platforms', 'iPhone'),
    )
    expect(answer.ref_date).toBe('20261113')
  })
})
