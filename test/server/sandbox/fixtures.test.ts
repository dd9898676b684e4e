import { existsSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { describe, expect, it } from 'vitest'
import { client, demoApp, type Json } from './client.ts'

/** Recorded answers live outside the repository; where they are absent these tests are skipped and say so by that. */
const shared = process.env.SHARED_DIR ?? fileURLToPath(new URL('../../../../shared', import.meta.url))
const folder = `${shared}/wechat-fixtures`
const recorded = (name: string) => JSON.parse(readFileSync(`${folder}/${name}.json`, 'utf8')).response as unknown

/** Keys and types of a JSON value; the elements of a list are taken together. */
type Shape = string | { [key: string]: Shape } | Shape[]

function shapeOf(value: unknown): Shape {
  if (Array.isArray(value)) return value.length === 0 ? [] : [value.map(shapeOf).reduce(merge)]
  if (typeof value !== 'object' || value === null) return value === null ? 'null' : typeof value
  return Object.fromEntries(Object.entries(value).map(([key, field]) => [key, shapeOf(field)]))
}

function merge(left: Shape, right: Shape): Shape {
  if (typeof left === 'string' || typeof right === 'string' || Array.isArray(left) || Array.isArray(right)) return left
  return { ...left, ...right }
}

/** Fields that real answers carry and the official examples leave out. */
const alsoReal: Record<string, string[]> = {
  dailyvisittrend: ['stay_time_uv'],
  weeklyvisittrend: ['stay_time_uv'],
  monthlyvisittrend: ['stay_time_uv'],
}

function withoutExtra(value: unknown, names: string[]): unknown {
  if (Array.isArray(value)) return value.map(each => withoutExtra(each, names))
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(
    Object.entries(value)
      .filter(([key]) => !names.includes(key))
      .map(([key, field]) => [key, withoutExtra(field, names)]),
  )
}

describe.skipIf(!existsSync(folder))('an answer has the keys and types of the recorded one', () => {
  it.each([
    ['dailysummarytrend', '20261119', '20261119'],
    ['dailyvisittrend', '20261119', '20261119'],
    ['weeklyvisittrend', '20261109', '20261115'],
    ['monthlyvisittrend', '20261001', '20261031'],
    ['dailyretaininfo', '20261018', '20261018'],
    ['weeklyretaininfo', '20261005', '20261011'],
    ['monthlyretaininfo', '20260901', '20260930'],
    ['visitdistribution', '20261119', '20261119'],
    ['visitpage', '20261119', '20261119'],
    ['userportrait', '20261113', '20261119'],
  ])('%s', async (name, from, to) => {
    const { report } = client()
    const answer = withoutExtra(await report(demoApp.flowers, name, from, to), alsoReal[name] ?? [])
    expect(shapeOf(answer)).toEqual(shapeOf(recorded(`getweanalysisappid${name}`)))
  })

  it('userportrait of an app without data', async () => {
    const { report } = client()
    const answer = await report(demoApp.silent, 'userportrait', '20261119')
    expect({ ...answer, ref_date: '20220725' }).toEqual(recorded('getweanalysisappiduserportrait.empty'))
  })

  it('both token calls', async () => {
    const { stable, classic } = client()
    expect(shapeOf(await stable(demoApp.cafe))).toEqual(shapeOf(recorded('cgi-bin.stable_token')))
    expect(shapeOf(await classic(demoApp.cafe))).toEqual(shapeOf(recorded('cgi-bin.token')))
  })

  it('login', async () => {
    const { sandbox, get } = client()
    const { appid, secret } = demoApp.assistant
    const code = sandbox.mintCode({ unionid: 'uAlice' })
    const answer = await get(
      `/sns/jscode2session?appid=${appid}&secret=${secret}&js_code=${code}&grant_type=authorization_code`,
    )
    expect(shapeOf(answer)).toEqual(shapeOf(recorded('sns.jscode2session')))
  })

  it('the game error, but for the suffix of its time', async () => {
    const { report } = client()
    const text = (value: unknown) => String((value as Json).errmsg).replace(/ (hint|rid): .*$/, '')
    const answer = await report(demoApp.game, 'dailysummarytrend', '20261119')
    expect(answer.errcode).toBe((recorded('datacube.error61502') as Json).errcode)
    expect(text(answer)).toBe(text(recorded('datacube.error61502')))
  })

  it('the date error, but for the suffix of its time', async () => {
    const { report } = client()
    const answer = await report(demoApp.cafe, 'dailysummarytrend', '20261121')
    expect(answer).toMatchObject({ errcode: 61501, errmsg: expect.stringMatching(/^date range error rid: /) })
    expect(recorded('datacube.error61501')).toMatchObject({
      errcode: 61501,
      errmsg: expect.stringMatching(/^date range error /),
    })
  })

  it('performance, quota and request id', async () => {
    const { token, withToken } = client()
    const text = await token(demoApp.flowers)
    const seconds = (day: string) => Date.parse(`${day}T00:00:00+08:00`) / 1000
    const time = { begin_timestamp: seconds('2026-11-18'), end_timestamp: seconds('2026-11-19') }
    const boot = await withToken('/wxa/business/performance/boot', text, { module: '10022', time })
    expect(shapeOf(boot)).toEqual(shapeOf(recorded('performance.boot')))
    const quota = await withToken('/cgi-bin/openapi/quota/get', text, { cgi_path: '/cgi-bin/token' })
    expect(shapeOf(quota)).toMatchObject(shapeOf(recorded('openapi.quota.get')) as object)
    const { errmsg } = await withToken('/nothing', text, {})
    const rid = await withToken('/cgi-bin/openapi/rid/get', text, { rid: errmsg.slice(-26) })
    expect(shapeOf(rid)).toMatchObject(shapeOf(recorded('openapi.rid.get')) as object)
    const code = await withToken('/wxa/getwxacodeunlimit', text, { scene: 'a=1', env_version: 'release_error' })
    expect(shapeOf(code)).toEqual(shapeOf(recorded('wxa.getwxacodeunlimit.error')))
  })
})
