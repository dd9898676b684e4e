import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { type Sandbox, type SandboxFault, startSandbox } from '../../../server/sandbox/index.ts'
import { afternoon, client, demoApp } from './client.ts'

const { freshShop: shop, cafe } = demoApp
const trend = '/datacube/getweanalysisappiddailyvisittrend'
const body = JSON.stringify({ begin_date: '20261119', end_date: '20261119' })

describe('a fault on the wire', () => {
  let sandbox: Sandbox
  let url: string

  beforeEach(async () => {
    sandbox = await startSandbox({ apps: [shop, cafe], now: () => afternoon })
    const { appid, secret } = shop
    const request = { grant_type: 'client_credential', appid, secret }
    const answer = await fetch(`${sandbox.url}/cgi-bin/stable_token`, { method: 'POST', body: JSON.stringify(request) })
    const { access_token } = (await answer.json()) as { access_token: string }
    url = `${sandbox.url}${trend}?access_token=${access_token}`
  })
  afterEach(() => sandbox.close())

  const ask = (signal?: AbortSignal) => fetch(url, { method: 'POST', body, ...(signal ? { signal } : {}) })
  const fault = (kind: 'cut' | 'reset' | 'html' | 'drop' | 'hang') =>
    sandbox.faults.add({ kind, path: trend, times: 1 })
  const isWhole = async () => (await ask()).json()

  it('cut: the answer is well sent, and half of it', async () => {
    const whole = await (await ask()).text()
    fault('cut')
    const half = await (await ask()).text()
    expect(half).toBe(whole.slice(0, Math.ceil(whole.length / 2)))
    expect(await isWhole()).toHaveProperty('list')
  })

  it('reset: the answer breaks off with its connection', async () => {
    fault('reset')
    const answer = await ask()
    expect(answer.status).toBe(200)
    await expect(answer.text()).rejects.toThrow('terminated')
    expect(await isWhole()).toHaveProperty('list')
  })

  it('drop: there is no answer', async () => {
    fault('drop')
    await expect(ask()).rejects.toThrow('fetch failed')
    expect(await isWhole()).toHaveProperty('list')
  })

  it('hang: nothing comes, and others are still answered', async () => {
    fault('hang')
    const patience = new AbortController()
    const hanging = ask(patience.signal)
    await expect.poll(() => sandbox.calls.length).toBe(2)
    expect(await isWhole()).toHaveProperty('list')
    patience.abort(new Error('out of patience'))
    await expect(hanging).rejects.toThrow('out of patience')
  })

  it('hang: does not keep the sandbox from closing', async () => {
    fault('hang')
    const hanging = ask()
    const refused = expect(hanging).rejects.toThrow('fetch failed')
    await expect.poll(() => sandbox.calls.length).toBe(2)
    await sandbox.close()
    await refused
    sandbox = await startSandbox({ apps: [] })
  })

  it('html: a page with status 200', async () => {
    fault('html')
    const answer = await ask()
    expect([answer.status, answer.headers.get('content-type')]).toEqual([200, 'text/html; charset=utf-8'])
    expect(await answer.text()).toContain('<html>')
  })

  it('is switched on and off over HTTP', async () => {
    const post = (fault: unknown) =>
      fetch(`${sandbox.url}/sandbox/faults`, { method: 'POST', body: JSON.stringify(fault) })
    expect((await post({ kind: 'earthquake' })).status).toBe(400)
    expect((await post({ kind: 'http', status: 503 })).status).toBe(200)
    expect((await ask()).status).toBe(503)
    await fetch(`${sandbox.url}/sandbox/faults`, { method: 'DELETE' })
    expect((await ask()).status).toBe(200)
  })
})

describe('a fault in the answer', () => {
  const visits = 'dailyvisittrend'
  const withFault = (fault: SandboxFault) => {
    const harness = client()
    harness.sandbox.faults.add(fault)
    return harness
  }

  it('busy: the error that goes away', async () => {
    const { report } = withFault({ kind: 'busy', path: trend, times: 1 })
    const answer = await report(shop, visits, '20261119')
    expect(answer.errcode).toBe(-1)
    expect(answer.errmsg).toMatch(/^system error rid: /)
    expect(await report(shop, visits, '20261119')).toHaveProperty('list')
  })

  it('errcode: any code with its own text', async () => {
    const { report } = withFault({ kind: 'errcode', errcode: 99999, errmsg: 'never seen', path: trend })
    expect((await report(shop, visits, '20261119')).errmsg).toMatch(/^never seen rid: /)
  })

  it('errcode: a known code with the recorded text', async () => {
    const { report } = withFault({ kind: 'errcode', errcode: 45009, path: 'getweanalysisappiddailyvisittrend' })
    expect((await report(shop, visits, '20261119')).errmsg).toMatch(/^reach max api daily quota limit rid: /)
  })

  it.each([undefined, [], 'ok', 7, { list: {} }])('shape: JSON like %j', async shape => {
    const { report } = withFault({ kind: 'shape', body: shape, path: trend })
    expect(await report(shop, visits, '20261119')).toEqual(shape ?? { data: { items: 'none' }, count: '0' })
  })

  it.each([
    ['another app', { appid: cafe.appid }],
    ['another path', { path: '/datacube/getweanalysisappidvisitpage' }],
    ['another day', { day: '20261118' }],
  ])('spares %s', async (_, scope) => {
    const { report } = withFault({ kind: 'errcode', errcode: 61504, ...scope })
    expect(await report(shop, visits, '20261119')).toHaveProperty('list')
  })

  it('restate: the numbers of one day change a little, those of other days but the total do not', async () => {
    const { sandbox, report } = client()
    const rowOf = async (day: string) => ((await report(shop, visits, day)).list as Record<string, number>[])[0]
    const before = { day: await rowOf('20261118'), other: await rowOf('20261117') }
    sandbox.faults.add({ kind: 'restate', appid: shop.appid, day: '20261118' })
    const after = { day: await rowOf('20261118'), other: await rowOf('20261117') }
    expect(after.other).toEqual(before.other)
    const change = (after.day?.visit_uv ?? 0) / (before.day?.visit_uv ?? 1)
    expect(change).toBeGreaterThan(1)
    expect(change).toBeLessThan(1.02)
    sandbox.faults.clear()
    expect(await rowOf('20261118')).toEqual(before.day)
  })
})

describe('the list of calls', () => {
  it('tells path, app, body and outcome of each, and no secret', async () => {
    const { sandbox, report } = client()
    await report(shop, 'visitpage', '20261121')
    expect(sandbox.calls).toEqual([
      {
        at: afternoon,
        method: 'POST',
        path: '/cgi-bin/stable_token',
        appid: shop.appid,
        body: { grant_type: 'client_credential', appid: shop.appid, secret: '***' },
        errcode: 0,
      },
      {
        at: afternoon,
        method: 'POST',
        path: '/datacube/getweanalysisappidvisitpage',
        appid: shop.appid,
        body: { begin_date: '20261121', end_date: '20261121' },
        errcode: 61501,
      },
    ])
  })

  it('counts how many calls of an app were under way at once', async () => {
    const { sandbox, report } = client({ latencyMs: 5 })
    const days = ['20261114', '20261115', '20261116']
    await Promise.all(days.map(day => report(shop, 'visitpage', day)))
    expect(sandbox.peak(shop.appid)).toBe(3)
    sandbox.forget()
    await report(shop, 'visitpage', '20261114')
    expect([sandbox.peak(shop.appid), sandbox.calls.length]).toEqual([1, 2])
  })
})
