import { describe, expect, it } from 'vitest'
import { openHttpApp, problemOf } from '../../support/http-app.ts'

const APP = 'wxfeedface00000001'
const bind = { appid: APP, secret: 'right-secret', name: 'Shop', kind: 'miniprogram' }
const raw = (text: string) => text

async function adminOf() {
  const http = openHttpApp()
  return { ...http, token: await http.bind(APP) }
}

describe('a body that is no JSON', () => {
  it.each([
    ['broken', '{"code":'],
    ['not UTF-8', new Uint8Array([0x22, 0xff, 0xfe, 0x22])],
    ['a form', 'code=1'],
    ['nothing but space', '   '],
  ])('is refused as bad_request: %s', async (_what, body) => {
    const { call } = openHttpApp()
    expect(await problemOf(await call('POST', '/session', { body }))).toMatchObject({
      status: 400,
      code: 'bad_request',
    })
  })

  it.each(['text/plain', 'application/x-www-form-urlencoded', 'application/jsonp', ''])(
    'is refused when it says that it is %s',
    async type => {
      const { call } = openHttpApp()
      const response = await call('POST', '/session', { body: '{"code":"x"}', headers: { 'content-type': type } })
      expect((await problemOf(response)).code).toBe('bad_request')
    },
  )

  it.each(['application/json;charset=utf-8', 'Application/JSON', 'application/vnd.wx+json'])(
    'is not refused when it says that it is %s',
    async type => {
      const { call } = openHttpApp()
      const headers = { 'content-type': type }
      expect((await call('POST', '/session', { body: '{"code":"code-of-lin"}', headers })).status).toBe(200)
    },
  )
})

describe('a body of the wrong shape', () => {
  const deep = `${'['.repeat(20_000)}${']'.repeat(20_000)}`
  it.each<[string, unknown, string[]]>([
    ['nothing', undefined, ['/appid required', '/secret required', '/name required', '/kind required']],
    ['null', raw('null'), [' type']],
    ['an array', [bind], [' type']],
    ['a text', raw('"x"'), [' type']],
    ['an unknown field', { ...bind, colour: 1 }, ['/colour unknown']],
    ['__proto__', raw(JSON.stringify(bind).replace('{', '{"__proto__":{"isAdmin":true},')), ['/__proto__ unknown']],
    ['constructor', { ...bind, constructor: { prototype: {} } }, ['/constructor unknown']],
    ['a field with a slash', { ...bind, 'a/b~c': 1 }, ['/a~1b~0c unknown']],
    ['control characters', { ...bind, name: 'a\u0000b' }, ['/name format']],
    ['a line break', { ...bind, name: 'a\nb' }, ['/name format']],
    ['a lone surrogate', raw(JSON.stringify(bind).replace('Shop', '\\ud800')), ['/name format']],
    ['5,000 emoji', { ...bind, name: '😀'.repeat(5000) }, ['/name length']],
    ['an empty name', { ...bind, name: '' }, ['/name length']],
    ['a name of nothing but space', { ...bind, name: ' \u3000' }, ['/name format']],
    ['an array for a text', { ...bind, name: ['Shop'] }, ['/name type']],
    ['a deep nest', raw(JSON.stringify(bind).replace('"Shop"', deep)), ['/name type']],
    ['a number for a text', { ...bind, secret: 12 }, ['/secret type']],
    ['a wrong choice', { ...bind, kind: 'game' }, ['/kind enum']],
    ['an appid with a slash', { ...bind, appid: '../../etc' }, ['/appid format']],
    ['a secret with a space', { ...bind, secret: 'a b' }, ['/secret format']],
    [
      'all at once',
      { appid: '', secret: '', kind: 0, x: 1 },
      ['/name required', '/x unknown', '/appid format', '/secret length', '/kind enum'],
    ],
  ])('names each fault: %s', async (_what, body, faults) => {
    const { call, token } = await adminOf()
    const problem = await problemOf(await call('POST', '/apps', { token, body }))
    expect({ status: problem.status, faults: problem.faults?.toSorted() }).toEqual({
      status: 422,
      faults: faults.toSorted(),
    })
  })

  it.each<[unknown, string[]]>([
    [{ handle: 'a' }, ['/handle format']],
    [{ handle: 12 }, ['/handle type']],
    [{ locale: 'fr' }, ['/locale enum']],
    [{ avatarUrl: 'https://evil.example/x.png' }, ['/avatarUrl type']],
    [{ nickname: '名'.repeat(33), pin: '0000' }, ['/nickname length', '/pin unknown']],
  ])('PATCH /me %j', async (body, faults) => {
    const { call, token } = await adminOf()
    const problem = await problemOf(await call('PATCH', '/me', { token, body }))
    expect(problem.faults?.toSorted()).toEqual(faults)
  })

  it('reports faults of query and body together', async () => {
    const { call, token } = await adminOf()
    const problem = await problemOf(await call('PATCH', '/me?dry=1', { token, body: { locale: 'fr' } }))
    expect(problem.faults).toEqual(['/query/dry unknown', '/locale enum'])
  })

  it('gives every issue words', async () => {
    const { call, token } = await adminOf()
    const { issues } = await problemOf(await call('POST', '/apps', { token, body: {} }))
    expect(issues?.every(issue => issue.message === '必填')).toBe(true)
  })
})

describe('a query of the wrong shape', () => {
  const range = 'from=2026-07-01&to=2026-07-14'
  const trend = `${range}&granularity=day`
  it.each([
    ['reports/overview?date=2026-02-30', ['/query/date format']],
    ['reports/overview?date=2026-7-1', ['/query/date format']],
    ['reports/overview?date=', ['/query/date format']],
    ['reports/overview?date=2026-07-01%00', ['/query/date format']],
    ['reports/overview?dat=2026-07-01', ['/query/dat unknown']],
    ['reports/overview?__proto__=1&constructor=2', ['/query/__proto__ unknown', '/query/constructor unknown']],
    ['reports/overview?date=2026-07-01&date=2026-07-02', ['/query/date duplicate']],
    ['reports/overview?date=2026-07-01&date=2026-07-01', ['/query/date duplicate']],
    ['reports/overview?format=xml', ['/query/format enum']],
    ['reports/overview?source=google', ['/query/source enum']],
    ['reports/trend', ['/query/from required', '/query/granularity required', '/query/to required']],
    [`reports/trend?${trend}&compareFrom=never`, ['/query/compareFrom format']],
    [`reports/trend?${trend}&metrics=%F0%9F%98%80%00`, ['/query/metrics format']],
    [`reports/trend?${trend}&limit=5&page=1`, ['/query/limit unknown', '/query/page unknown']],
    [`reports/pages?${range}&sort=visits`, ['/query/sort enum']],
    [`reports/pages?${range}&sort=page_visit_pv&order=up`, ['/query/order enum']],
    [`reports/pages?${range}&q=${'a'.repeat(201)}`, ['/query/q length']],
    ['reports/portrait', ['/query/days required', '/query/users required']],
    ['reports/portrait?days=9&users=new', ['/query/days enum']],
    ['reports/portrait?days=07&users=all', ['/query/days enum', '/query/users enum']],
    [`reports/retention?${range}&granularity=year&cohort=old`, ['/query/cohort enum', '/query/granularity enum']],
    [`reports/sources?${range}&metric=visit_pv`, ['/query/metric enum']],
    [`reports/performance?${range}`, ['/query/module required']],
    [`reports/performance?${range}&module=10020`, ['/query/module enum']],
    ['reports/engagement?from=2026-07-01', ['/query/to required']],
    [`reports/engagement?${range}&revisions=yes`, ['/query/revisions enum']],
    ['status?x=1', ['/query/x unknown']],
    ['audit?cursor=99999999999999999999', ['/query/cursor format']],
    ['audit?cursor=1.9999999999999999999', ['/query/cursor format']],
  ])('names each fault: %s', async (path, faults) => {
    const { call, token } = await adminOf()
    const problem = await problemOf(await call('GET', `/apps/${APP}/${path}`, { token }))
    expect({ status: problem.status, faults: problem.faults?.toSorted() }).toEqual({ status: 422, faults })
  })

  it('is refused where none is known', async () => {
    const { call, token } = await adminOf()
    for (const path of ['/me', '/apps', '/session/methods']) {
      expect((await problemOf(await call('GET', `${path}?a=1`, { token }))).faults).toEqual(['/query/a unknown'])
    }
    expect((await problemOf(await call('DELETE', `/apps/${APP}?keepArchive=yes`, { token }))).faults).toEqual([
      '/query/keepArchive enum',
    ])
  })
})

describe('a path part that can be no id', () => {
  it.each([
    'a b',
    'x',
    '%00',
    '%',
    '%E0%A4%A',
    'wx%2F..%2Fsecret',
    '😀😀😀😀',
    'a'.repeat(65),
    '__proto__%00',
    '..%5C..',
  ])('is not found: %s', async part => {
    const { call, token } = await adminOf()
    expect((await problemOf(await call('GET', `/apps/${part}/status`, { token }))).status).toBe(404)
  })
})

describe('a body that is too large', () => {
  const large = JSON.stringify({ code: 'x'.repeat(3_000_000) })

  it('is refused by its length before anything else', async () => {
    const { call } = openHttpApp()
    const response = await call('POST', '/apps', { body: large, headers: { 'content-length': String(large.length) } })
    expect(await problemOf(response)).toMatchObject({ status: 413, code: 'too_large' })
  })

  it('is refused without a length, and not read to its end', async () => {
    const { app } = openHttpApp()
    let sent = 0
    const stream = new ReadableStream({
      pull(controller) {
        sent += 1
        if (sent > 10_000) controller.close()
        else controller.enqueue(new Uint8Array(1024))
      },
    })
    const response = await app.request('/api/v1/session', {
      method: 'POST',
      body: stream,
      duplex: 'half',
    } as RequestInit)
    expect(response.status).toBe(413)
    expect(sent).toBeLessThan(100)
  })
})

describe('an AppID in the path that can be none', () => {
  it.each([['%00'], ['wx%00feedface'], ['%0a'], ['%ff%fe'], ['..%2f..%2fetc'], ['x'.repeat(65)]])(
    'is 404 and never comes as far as the database: %j',
    async appid => {
      const http = openHttpApp()
      const token = await http.bind(APP)
      const asked: (string | null)[] = []
      const { caller } = http.sessions
      http.sessions.caller = (hash, about, now) => {
        asked.push(about)
        return caller.call(http.sessions, hash, about, now)
      }
      expect((await problemOf(await http.call('GET', `/apps/${appid}/status`, { token }))).status).toBe(404)
      expect(asked).toEqual([null])
    },
  )
})
