import { describe, expect, it } from 'vitest'
import { client, demoApp, type Json } from './client.ts'

const shop = demoApp.freshShop
const trend = '/datacube/getweanalysisappiddailyvisittrend'
const day = { begin_date: '20261119', end_date: '20261119' }

describe('quota', () => {
  async function spent(quota: { dailyQuota?: number; minuteQuota?: number }) {
    const harness = client()
    const token = await harness.token(shop)
    harness.sandbox.configure({ appid: shop.appid, ...quota })
    const ask = () => harness.withToken(trend, token, day)
    return { ...harness, token, ask }
  }

  it('of a day ends in 45009 and begins anew at midnight in China', async () => {
    const { sandbox, token, withToken } = client()
    sandbox.configure({ appid: shop.appid, dailyQuota: 2 })
    sandbox.setNow(Date.parse('2026-11-21T23:50:00+08:00'))
    const text = await token(shop)
    const ask = async () => (await withToken(trend, text, day)).errcode
    expect([await ask(), await ask(), await ask()]).toEqual([undefined, undefined, 45009])
    sandbox.setNow(Date.parse('2026-11-21T23:59:59+08:00'))
    expect(await ask()).toBe(45009)
    sandbox.setNow(Date.parse('2026-11-22T00:00:00+08:00'))
    expect(await ask()).toBeUndefined()
  })

  it('of a minute ends in 45011 and begins anew with the next minute', async () => {
    const { ask, sandbox } = await spent({ minuteQuota: 1 })
    expect([(await ask()).errcode, (await ask()).errcode]).toEqual([undefined, 45011])
    sandbox.setNow(Date.parse('2026-11-21T16:01:00+08:00'))
    expect((await ask()).errcode).toBeUndefined()
  })

  it('can be read', async () => {
    const { ask, token, withToken } = await spent({ dailyQuota: 10, minuteQuota: 5 })
    await ask()
    expect(await withToken('/cgi-bin/openapi/quota/get', token, { cgi_path: trend })).toMatchObject({
      errcode: 0,
      quota: { daily_limit: 10, used: 1, remain: 9 },
      rate_limit: { call_count: 5, refresh_second: 60 },
    })
  })

  it('of an unknown path answers 76021', async () => {
    const { token, withToken } = await spent({})
    expect((await withToken('/cgi-bin/openapi/quota/get', token, { cgi_path: '/nothing' })).errcode).toBe(76021)
  })

  it('can be cleared ten times a month', async () => {
    const { ask, token, withToken, post } = await spent({ dailyQuota: 1 })
    const { appid, secret } = shop
    await ask()
    expect((await withToken('/cgi-bin/clear_quota', token, { appid })).errcode).toBe(0)
    expect((await ask()).errcode).toBeUndefined()
    const clear = () => post('/cgi-bin/clear_quota/v2', { appid, appsecret: secret })
    for (let time = 1; time < 10; time++) await clear()
    expect((await clear()).errcode).toBe(48006)
  })
})

it('a refused call can be looked up by its request id', async () => {
  const { token, withToken } = client()
  const text = await token(shop)
  const { errmsg } = await withToken(trend, text, { begin_date: '20261121', end_date: '20261121' })
  const answer = await withToken('/cgi-bin/openapi/rid/get', text, { rid: errmsg.slice(-26) })
  const response = String((answer.request as Json).response_body)
  expect(JSON.parse(response)).toMatchObject({ errcode: 61501 })
})

describe('performance', () => {
  const ask = async (module: unknown, begin: string, end: string) => {
    const { token, withToken } = client()
    const seconds = (text: string) => Date.parse(`${text}T00:00:00+08:00`) / 1000
    return withToken('/wxa/business/performance/boot', await token(shop), {
      module,
      time: { begin_timestamp: seconds(begin), end_timestamp: seconds(end) },
      params: [{ field: 'device', value: '-1' }],
    })
  }
  const tablesOf = (answer: Json) => ((answer.data as Json).body as Json).tables as Json[]

  it('answers a table a measure with texts as values, and errcode 0', async () => {
    const answer = await ask('10022', '2026-11-18', '2026-11-20')
    const [table] = tablesOf(answer)
    const lines = table?.lines as { fields: { refdate: string; value: string }[] }[] | undefined
    const fields = lines?.[0]?.fields
    expect(answer.errcode).toBe(0)
    expect(fields?.map(field => field.refdate)).toEqual(['20261118', '20261119', '20261120'])
    expect(fields?.every(field => /^\d+(\.\d{1,4})?$/.test(field.value))).toBe(true)
  })

  it('takes the module as a number too', async () => {
    expect(tablesOf(await ask(10017, '2026-11-18', '2026-11-20'))).toHaveLength(4)
  })

  it.each([
    ['an unknown module', '99', '2026-11-18', '2026-11-20'],
    ['more than thirty days', '10022', '2026-10-01', '2026-11-20'],
    ['an end before its begin', '10022', '2026-11-20', '2026-11-18'],
  ])('refuses %s', async (_, module, begin, end) => {
    expect((await ask(module, begin, end)).errcode).toBe(40097)
  })
})

describe('mini program codes', () => {
  const ask = async (body: Json) => {
    const { token, send } = client()
    const url = `/wxa/getwxacodeunlimit?access_token=${await token(demoApp.assistant)}`
    return send(url, { method: 'POST', body: JSON.stringify(body) })
  }

  it('are an image', async () => {
    const answer = await ask({ scene: 'i=4fT0x', page: 'pages/invitation/index' })
    const bytes = new Uint8Array(await answer.arrayBuffer())
    expect(answer.headers.get('content-type')).toBe('image/jpeg')
    expect([bytes[0], bytes[1], bytes.at(-2), bytes.at(-1)]).toEqual([0xff, 0xd8, 0xff, 0xd9])
  })

  it.each([
    [{ scene: 'x'.repeat(33) }, 40169],
    [{ scene: '100%' }, 40169],
    [{}, 40169],
    [{ scene: 'a', page: 'pages/none/none' }, 41030],
    [{ scene: 'a', page: '/pages/invitation/index' }, 40097],
    [{ scene: 'a', env_version: 'release_error' }, 40097],
  ])('with %j are refused as %i', async (body, errcode) => {
    expect(await (await ask(body)).json()).toMatchObject({ errcode })
  })
})

describe('subscribe messages', () => {
  const message = { touser: 'oAlice', template_id: 'T', data: { thing1: { value: '青禾生鲜到家' } } }
  const send = async (change: Json) => {
    const { token, withToken } = client()
    const url = '/cgi-bin/message/subscribe/send'
    return withToken(url, await token(demoApp.assistant), { ...message, ...change })
  }

  it.each([
    [{}, 0],
    [{ touser: '' }, 40003],
    [{ template_id: '' }, 40037],
    [{ data: { thing1: { value: '' } } }, 47003],
    [{ data: { thing1: { value: '二十一个字的名字二十一个字的名字二十一个' } } }, 0],
    [{ data: { thing1: { value: '二十一个字的名字二十一个字的名字二十一个字' } } }, 47003],
  ])('with %j answer %i', async (change, errcode) => {
    expect((await send(change)).errcode).toBe(errcode)
  })
})
