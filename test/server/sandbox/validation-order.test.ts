import { describe, expect, it } from 'vitest'
import { client, demoApp, type Json } from './client.ts'

const report = '/datacube/getweanalysisappiddailyvisittrend'
const shop = demoApp.freshShop

/** Wrong things in the order in which the platform notices them; each row has its own and all later ones. */
const wrong = [
  { fault: 'method', errcode: 43002 },
  { fault: 'no token', errcode: 41001 },
  { fault: 'foreign token', errcode: 40001 },
  { fault: 'frozen account', errcode: 50007 },
  { fault: 'minute quota', errcode: 45011 },
  { fault: 'day quota', errcode: 45009 },
  { fault: 'empty body', errcode: 44002 },
  { fault: 'broken body', errcode: 47001 },
  { fault: 'game', errcode: 61502 },
  { fault: 'refused', errcode: 48001 },
  { fault: 'date syntax', errcode: 61500 },
  { fault: 'date rule', errcode: 61501 },
  { fault: 'not ready', errcode: 61503 },
  { fault: 'busy', errcode: -1 },
  { fault: 'nothing', errcode: undefined },
] as const

async function callWith(faults: ReadonlySet<string>): Promise<Json> {
  const { sandbox, send, token } = client()
  const valid = await token(shop)
  const has = (fault: string) => faults.has(fault)
  if (has('not ready')) sandbox.setNow(Date.parse('2026-11-21T08:00:00+08:00'))
  if (has('busy')) sandbox.faults.add({ kind: 'busy', path: report })
  sandbox.configure({
    appid: shop.appid,
    accountFrozen: has('frozen account'),
    minuteQuota: has('minute quota') ? 0 : 100,
    dailyQuota: has('day quota') ? 0 : 100,
    kind: has('game') ? 'minigame' : 'miniprogram',
    refused: has('refused') ? [report] : false,
  })
  const date = has('date syntax') ? '2026-11-20' : has('date rule') ? '20261121' : '20261120'
  const body = JSON.stringify({ begin_date: date, end_date: date })
  const sent = has('empty body') ? '' : has('broken body') ? body.slice(1) : body
  const text = has('foreign token') ? `97_${'x'.repeat(40)}` : valid
  const url = has('no token') ? report : `${report}?access_token=${text}`
  const fresh = has('method') ? await send(url) : await send(url, { method: 'POST', body: sent })
  return (await fresh.json()) as Json
}

describe('the checks of a report come in the order of the platform', () => {
  it.each(wrong.map((row, index) => ({ ...row, index })))('$fault answers $errcode', async ({ index, errcode }) => {
    const answer = await callWith(new Set(wrong.slice(index).map(row => row.fault)))
    expect(answer.errcode).toBe(errcode)
  })
})

describe('the envelope of an error', () => {
  it('is answered with status 200 and the content type of the platform', async () => {
    const { send } = client()
    const response = await send(report, { method: 'POST', body: '{}' })
    expect(response.status).toBe(200)
    expect(response.headers.get('content-type')).toBe('application/json; encoding=utf-8')
  })

  it('ends with a request id that begins with the second of the call', async () => {
    const { post } = client()
    const { errmsg } = await post(report, {})
    expect(errmsg).toMatch(/^access_token missing rid: 6b01[0-9a-f]{4}-[0-9a-f]{8}-[0-9a-f]{8}$/)
  })

  it('separates the request id by a comma in the login family', async () => {
    const { get } = client()
    const { errmsg } = await get(`/sns/jscode2session?appid=${shop.appid}&secret=${shop.secret}&js_code=x`)
    expect(errmsg).toMatch(/^invalid code, rid: /)
  })

  it('names an unknown path', async () => {
    const { post } = client()
    expect((await post('/datacube/nothing', {})).errcode).toBe(40066)
  })

  it('names an account of another kind than a mini program', async () => {
    const { sandbox, report: ask } = client()
    sandbox.configure({ appid: shop.appid, kind: 'official' })
    expect((await ask(shop, 'dailyvisittrend', '20261120')).errcode).toBe(48001)
  })
})

describe('the checks of the token endpoints', () => {
  const { appid, secret } = shop
  const grant_type = 'client_credential'
  it.each([
    ['a malformed AppID even without a grant type', { appid: 'wx123', secret }, 40013],
    ['an AppID that nobody has', { appid: 'wx0000000000000001', secret, grant_type }, 40013],
    ['no AppID', { secret, grant_type }, 41002],
    ['another grant type', { appid, secret, grant_type: 'password' }, 40002],
    ['no secret', { appid, grant_type }, 41004],
    ['a wrong secret', { appid, secret: '0'.repeat(32), grant_type }, 40125],
    [
      'a wrong secret of an account whose secret is frozen',
      { ...demoApp.secretFrozen, secret: 'x', grant_type },
      40125,
    ],
    ['a frozen secret', { ...demoApp.secretFrozen, grant_type }, 40243],
    ['a frozen account', { ...demoApp.accountFrozen, grant_type }, 50007],
    ['an address that is not in the whitelist', { ...demoApp.addressRefused, grant_type }, 40164],
  ])('name %s', async (_, body, errcode) => {
    const { post } = client()
    expect((await post('/cgi-bin/stable_token', body)).errcode).toBe(errcode)
  })

  it('print the address that is missing from the whitelist', async () => {
    const { stable } = client({ callerIp: '1.2.3.4' })
    const { errmsg } = await stable(demoApp.addressRefused)
    expect(errmsg).toMatch(/^invalid ip 1\.2\.3\.4 ipv6 ::ffff:1\.2\.3\.4, not in whitelist rid: /)
  })

  it('take the address once it is in the whitelist', async () => {
    const { stable } = client({ callerIp: '198.51.100.20' })
    expect(await stable(demoApp.addressRefused)).toMatchObject({ expires_in: 7200 })
  })

  it('want the right method', async () => {
    const { get, post } = client()
    expect((await get('/cgi-bin/stable_token')).errcode).toBe(43002)
    expect((await post('/cgi-bin/token', {})).errcode).toBe(43001)
  })
})
