import { describe, expect, it } from 'vitest'
import { client, demoApp } from './client.ts'

const china = (text: string) => Date.parse(`${text}+08:00`)
const ok = undefined

async function ask(now: string, name: string, from: unknown, to: unknown = from) {
  const { sandbox, report } = client()
  sandbox.setNow(china(now))
  return (await report(demoApp.freshShop, name, from, to)).errcode
}

/** Today is Saturday 2026-11-21, 16:00 in China. */
describe('dates', () => {
  it.each([
    ['dailyvisittrend', '20261120', '20261120', ok, 'yesterday'],
    ['dailyvisittrend', '20261121', '20261121', 61501, 'today'],
    ['dailyvisittrend', '20261201', '20261201', 61501, 'a day to come'],
    ['dailyvisittrend', '20261118', '20261119', 61501, 'two days'],
    ['dailyvisittrend', '20261119', '20261118', 61501, 'end before begin'],
    ['dailyvisittrend', '20240229', '20240229', ok, 'a leap day'],
    ['dailyvisittrend', '20230229', '20230229', 61500, 'a day that does not exist'],
    ['dailyvisittrend', '2026-11-20', '2026-11-20', 61500, 'dashes'],
    ['dailyvisittrend', 20261120, 20261120, 47001, 'a number'],
    ['dailyvisittrend', '20261120', null, 47001, 'one date'],
    ['dailysummarytrend', '20261118', '20261119', 61501, 'two days'],
    ['visitdistribution', '20261118', '20261119', 61501, 'two days'],
    ['visitpage', '20261118', '20261119', 61501, 'two days'],
    ['dailyretaininfo', '20261118', '20261119', 61501, 'two days'],
    ['weeklyvisittrend', '20261109', '20261115', ok, 'Monday to Sunday'],
    ['weeklyvisittrend', '20261108', '20261114', 61501, 'Sunday to Saturday'],
    ['weeklyvisittrend', '20261102', '20261115', 61501, 'two weeks'],
    ['weeklyvisittrend', '20261116', '20261122', 61501, 'the running week'],
    ['weeklyretaininfo', '20261109', '20261114', 61501, 'a week without Sunday'],
    ['monthlyvisittrend', '20261001', '20261031', ok, 'a whole month'],
    ['monthlyvisittrend', '20240201', '20240229', ok, 'a leap February'],
    ['monthlyvisittrend', '20261001', '20261030', 61501, 'a month without its last day'],
    ['monthlyvisittrend', '20260901', '20261031', 61501, 'two months'],
    ['monthlyretaininfo', '20261101', '20261130', 61501, 'the running month'],
    ['userportrait', '20261120', '20261120', ok, 'one day'],
    ['userportrait', '20261114', '20261120', ok, 'seven days'],
    ['userportrait', '20261022', '20261120', ok, 'thirty days'],
    ['userportrait', '20261113', '20261119', ok, 'seven days to the day before'],
    ['userportrait', '20261112', '20261118', 61501, 'an end two days before yesterday'],
    ['userportrait', '20261119', '20261120', 61501, 'two days'],
    ['userportrait', '20261116', '20261120', 61501, 'five days'],
  ])('%s from %s to %s answers %s (%s)', async (name, from, to, errcode, _why) => {
    expect(await ask('2026-11-21T16:00', name, from, to)).toBe(errcode)
  })
})

describe('the clock', () => {
  it.each([
    ['2026-11-21T09:29', 'dailyvisittrend', '20261120', '20261120', 61503],
    ['2026-11-21T09:30', 'dailyvisittrend', '20261120', '20261120', ok],
    ['2026-11-21T09:29', 'dailyvisittrend', '20261119', '20261119', ok],
    ['2026-11-21T00:00', 'dailyvisittrend', '20261119', '20261119', ok],
    ['2026-11-20T23:59', 'dailyvisittrend', '20261120', '20261120', 61501],
    ['2026-11-16T09:29', 'weeklyvisittrend', '20261109', '20261115', 61503],
    ['2026-11-16T09:30', 'weeklyvisittrend', '20261109', '20261115', ok],
    ['2026-12-01T09:00', 'monthlyvisittrend', '20261101', '20261130', 61503],
    ['2026-11-21T14:59', 'userportrait', '20261120', '20261120', 61503],
    ['2026-11-21T15:00', 'userportrait', '20261120', '20261120', ok],
    ['2026-11-21T10:00', 'userportrait', '20261119', '20261119', ok],
  ])('at %s %s from %s to %s answers %s', async (now, name, from, to, errcode) => {
    expect(await ask(now, name, from, to)).toBe(errcode)
  })

  it('has the hours that an account is given', async () => {
    const { sandbox, report } = client()
    sandbox.configure({ appid: demoApp.freshShop.appid, readyAt: '17:30' })
    expect((await report(demoApp.freshShop, 'visitpage', '20261120')).errcode).toBe(61503)
    sandbox.configure({ appid: demoApp.freshShop.appid, readyAt: '15:45' })
    expect((await report(demoApp.freshShop, 'visitpage', '20261120')).errcode).toBeUndefined()
  })

  it.each([
    ['2026-11-21T16:00', '20261120', [0]],
    ['2026-11-21T16:00', '20261119', [0, 1]],
    ['2026-11-21T09:00', '20261119', [0]],
    ['2026-11-21T16:00', '20261113', [0, 1, 2, 3, 4, 5, 6, 7]],
    ['2026-11-21T16:00', '20261021', [0, 1, 2, 3, 4, 5, 6, 7, 14, 30]],
    ['2026-11-21T16:00', '20261022', [0, 1, 2, 3, 4, 5, 6, 7, 14]],
  ])('at %s the cohort of %s has the keys %j', async (now, day, keys) => {
    const { sandbox, report } = client()
    sandbox.setNow(china(now))
    const answer = await report(demoApp.freshShop, 'dailyretaininfo', day)
    const keysOf = (list: unknown) => (list as { key: number }[]).map(item => item.key)
    expect([keysOf(answer.visit_uv_new), keysOf(answer.visit_uv)]).toEqual([keys, keys])
  })

  it.each([
    ['weeklyretaininfo', '20261109', '20261115', [0]],
    ['weeklyretaininfo', '20261012', '20261018', [0, 1, 2, 3, 4]],
    ['monthlyretaininfo', '20261001', '20261031', [0]],
    ['monthlyretaininfo', '20260901', '20260930', [0, 1]],
  ])('%s of %s to %s has the keys %j', async (name, from, to, keys) => {
    const { report } = client()
    const answer = await report(demoApp.freshShop, name, from, to)
    expect((answer.visit_uv as { key: number }[]).map(item => item.key)).toEqual(keys)
  })
})
