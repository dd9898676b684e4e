import { describe, expect, it } from 'vitest'
import { encodeCsv } from '../../../server/http/csv.ts'
import { etagOf } from '../../../server/http/etag.ts'
import { formatOf } from '../../../server/http/format.ts'
import { openHttpApp } from '../../support/http-app.ts'

const APP = 'wxfeedface00000001'
const OVERVIEW = `/apps/${APP}/reports/overview`

async function reading() {
  const http = openHttpApp()
  const token = await http.bind(APP)
  const read = (path: string, headers: Record<string, string> = {}) => http.call('GET', path, { token, headers })
  return { ...http, token, read }
}

describe('every read', () => {
  it.each(['/me', '/apps', '/session/methods', `/apps/${APP}/status`, OVERVIEW])(
    'has a strong ETag of its bytes and is known again by it: %s',
    async path => {
      const { read } = await reading()
      const response = await read(path)
      const etag = response.headers.get('etag') ?? ''
      expect(etag).toBe(etagOf(new Uint8Array(await response.arrayBuffer())))
      expect(response.headers.get('cache-control')).toBe('private, no-cache')
      expect(response.headers.get('vary')).toBe('Authorization, Accept, Accept-Language')
      const again = await read(path, { 'if-none-match': etag })
      expect([again.status, await again.text()]).toEqual([304, ''])
      for (const name of ['etag', 'cache-control', 'vary']) {
        expect(again.headers.get(name)).toBe(response.headers.get(name))
      }
    },
  )

  it.each([
    ['the very one', (etag: string) => etag, 304],
    ['a weak form', (etag: string) => `W/${etag}`, 304],
    ['a list', (etag: string) => `"a", W/"b" ,${etag}`, 304],
    ['anything', () => '*', 304],
    ['another', () => '"x"', 200],
    ['one without quotes', (etag: string) => etag.replaceAll('"', ''), 200],
    ['nothing', () => '', 200],
  ])('compares If-None-Match: %s', async (_what, wish, status) => {
    const { read } = await reading()
    const etag = (await read(OVERVIEW)).headers.get('etag') ?? ''
    expect((await read(OVERVIEW, { 'if-none-match': wish(etag) })).status).toBe(status)
  })

  it('has another ETag when the answer is another', async () => {
    const { read, apps } = await reading()
    const before = (await read('/apps')).headers.get('etag')
    await apps.rename(APP, { name: '新店' })
    expect((await read('/apps')).headers.get('etag')).not.toBe(before)
  })

  it('answers HEAD without a body', async () => {
    const { call, token } = await reading()
    const response = await call('HEAD', OVERVIEW, { token })
    expect([response.status, await response.text()]).toEqual([200, ''])
    expect(response.headers.get('etag')).toMatch(/^"/)
  })
})

describe('every answer', () => {
  it('carries the security headers', async () => {
    const { read, call } = await reading()
    for (const response of [await read(OVERVIEW), await call('GET', '/me'), await call('POST', '/session')]) {
      expect(response.headers.get('x-content-type-options')).toBe('nosniff')
      expect(response.headers.get('content-security-policy')).toContain("frame-ancestors 'none'")
      expect(response.headers.get('referrer-policy')).toBe('no-referrer')
      expect(response.headers.get('strict-transport-security')).toBe('max-age=31536000')
      expect(response.headers.get('x-request-id')).toMatch(/^[0-9a-f-]{36}$/)
      expect(response.headers.get('access-control-allow-origin')).toBeNull()
    }
  })

  it('promises https only where the owner says so', async () => {
    const { deps } = openHttpApp()
    const http = openHttpApp({ settings: { ...deps.settings, publicUrl: 'http://127.0.0.1:8787' } })
    expect((await http.call('GET', '/me')).headers.get('strict-transport-security')).toBeNull()
  })
})

describe('a table as CSV', () => {
  const bytes = encodeCsv({
    definitions: ['昨日概况', '单位：次'],
    columns: ['页面', '次数'],
    rows: [
      ['=HYPERLINK("http://evil")', 58],
      ['+1', -0.5],
      ['-1', 0],
      ['@SUM(A1)', null],
      ['\tx', 1e21],
      ['\rx', 1],
      ['a,"b"\nc', 2],
      ['pages/main', 0.1],
    ],
  })
  const text = bytes.toString()

  it('begins with a BOM and a line of definitions', () => {
    expect([...bytes.subarray(0, 3)]).toEqual([0xef, 0xbb, 0xbf])
    expect(text.slice(1).split('\r\n').slice(0, 2)).toEqual(['昨日概况 单位：次', '页面,次数'])
  })

  it.each([
    `"'=HYPERLINK(""http://evil"")",58`,
    "'+1,-0.5",
    "'-1,0",
    "'@SUM(A1),\r\n",
    "'\tx,1e+21",
    `"'\rx",1`,
    `"a,""b""\nc",2`,
    'pages/main,0.1',
  ])('writes %j', line => {
    expect(text).toContain(line)
  })
})

describe('a report as CSV', () => {
  it.each([
    ['by parameter', `${OVERVIEW}?format=csv`, {}],
    ['by Accept', OVERVIEW, { accept: 'text/csv' }],
  ])('is a file with all rows: %s', async (_what, path, headers) => {
    const { read } = await reading()
    const response = await read(path, headers as Record<string, string>)
    expect(response.headers.get('content-type')).toContain('text/csv')
    expect(response.headers.get('content-disposition')).toBe(`attachment; filename="${APP}-overview.csv"`)
    const lines = (await response.text()).trim().split('\r\n')
    expect(lines).toHaveLength(2 + 10 + 1)
    expect(lines.at(-1)).toContain("'=pages/main")
  })

  it('has an ETag of its own, in each language', async () => {
    const { read } = await reading()
    const etags = await Promise.all(
      [
        [OVERVIEW, {}],
        [`${OVERVIEW}?format=csv`, {}],
        [`${OVERVIEW}?format=csv`, { 'accept-language': 'en' }],
      ].map(async ([path, headers]) =>
        (await read(path as string, headers as Record<string, string>)).headers.get('etag'),
      ),
    )
    expect(new Set(etags).size).toBe(3)
  })

  it('leaves the unknown empty', async () => {
    const { read } = await reading()
    const trend = `/apps/${APP}/reports/trend?from=2026-07-14&to=2026-07-14&granularity=day&format=csv`
    expect((await (await read(trend)).text()).trim().split('\r\n').at(-1)).toMatch(/,17,$/)
  })
})

describe('the form of an answer', () => {
  it.each([
    [{}, undefined, 'json'],
    [{}, '*/*', 'json'],
    [{}, 'text/csv', 'csv'],
    [{}, 'text/csv;q=0.5, application/json', 'json'],
    [{}, 'text/csv, application/json;q=0.5', 'csv'],
    [{}, 'text/csv;q=0', 'json'],
    [{}, 'text/csv, */*', 'csv'],
    [{ format: 'json' }, 'text/csv', 'json'],
    [{ format: 'csv' }, 'application/json', 'csv'],
    [{ format: 'xml' }, 'text/csv', 'json'],
  ] as [Record<string, string>, string | undefined, string][])('%j with Accept %s is %s', (query, accept, format) => {
    expect(formatOf(query, accept)).toBe(format)
  })
})
