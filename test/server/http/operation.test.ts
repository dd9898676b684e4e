import { mkdir, mkdtemp, rm, symlink, utimes, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { gunzipSync } from 'node:zlib'
import { afterEach, describe, expect, it, vi } from 'vitest'
import { openHttpApp } from '../../support/http-app.ts'

describe('/healthz and /readyz', () => {
  it('say that the process is up and ready', async () => {
    const { app } = openHttpApp()
    for (const page of ['/healthz', '/readyz']) {
      const response = await app.request(page)
      expect([response.status, await response.json()]).toEqual([200, { status: 'ok' }])
    }
  })

  it('say that the database is away, and nothing about it', async () => {
    const { app } = openHttpApp({ ready: () => Promise.reject(new Error('password=x')) })
    const response = await app.request('/readyz')
    expect([response.status, await response.json()]).toEqual([503, { status: 'unavailable' }])
    expect((await app.request('/healthz')).status).toBe(200)
  })

  it('tell the operator of AppSecrets that no key opens, and stay up for the others', async () => {
    const { app } = openHttpApp({ ready: async () => ({ unreadableSecrets: 2 }) })
    const response = await app.request('/readyz')
    expect(response.status).toBe(200)
    expect(await response.json()).toEqual({
      status: 'ok',
      notice: 'No key of MASTER_KEY opens the AppSecrets of 2 apps: put the key back, or have them entered anew',
    })
  })

  it('do not wait for ever', async () => {
    vi.useFakeTimers()
    const { app } = openHttpApp({ ready: () => new Promise(() => {}) })
    const response = app.request('/readyz')
    await vi.advanceTimersByTimeAsync(2000)
    expect((await response).status).toBe(503)
    vi.useRealTimers()
  })
})

describe('/metrics', () => {
  const withToken = () => {
    const { deps } = openHttpApp()
    return openHttpApp({ settings: { ...deps.settings, metricsToken: 'scrape-me' } })
  }
  const ask = (http: ReturnType<typeof openHttpApp>, authorization?: string) =>
    http.app.request('/metrics', { headers: authorization ? { authorization } : {} })

  it('answers Prometheus text to the token', async () => {
    const response = await ask(withToken(), 'Bearer scrape-me')
    expect(response.status).toBe(200)
    expect(response.headers.get('content-type')).toContain('text/plain; version=0.0.4')
    expect(await response.text()).toContain('up 1')
  })

  it.each([undefined, 'Bearer scrape', 'Bearer scrape-me-not', 'Basic scrape-me'])(
    'does not exist for %s',
    async authorization => {
      expect((await ask(withToken(), authorization)).status).toBe(404)
    },
  )

  it('does not exist where no token is set', async () => {
    expect((await ask(openHttpApp(), 'Bearer null')).status).toBe(404)
  })
})

describe('the web app', () => {
  let folder = ''
  afterEach(() => rm(folder, { recursive: true, force: true }))

  async function built() {
    folder = await mkdtemp(path.join(tmpdir(), 'web-'))
    const webRoot = path.join(folder, 'h5')
    await mkdir(path.join(webRoot, 'js'), { recursive: true })
    await writeFile(path.join(folder, 'secret.txt'), 'secret')
    await writeFile(path.join(webRoot, '.env'), 'secret')
    await writeFile(path.join(webRoot, 'index.html'), '<!doctype html><p>数据助手</p>')
    await writeFile(path.join(webRoot, 'js', 'app.0a1b2c3d.js'), `"${'x'.repeat(5000)}"`)
    await writeFile(path.join(webRoot, 'logo.png'), new Uint8Array([1, 2, 3]))
    const { deps } = openHttpApp()
    const http = openHttpApp({ settings: { ...deps.settings, webRoot } })
    return { ...http, webRoot, get: (name: string, headers = {}) => http.app.request(name, { headers }) }
  }

  it('is served from the root, always asked for anew', async () => {
    const { get } = await built()
    const response = await get('/')
    expect(await response.text()).toContain('数据助手')
    expect(response.headers.get('content-type')).toBe('text/html; charset=utf-8')
    expect(response.headers.get('cache-control')).toBe('no-cache')
    expect(response.headers.get('content-security-policy')).toContain("script-src 'self'")
  })

  it('keeps hashed files for ever, and no others', async () => {
    const { get } = await built()
    expect((await get('/js/app.0a1b2c3d.js')).headers.get('cache-control')).toBe('public, max-age=31536000, immutable')
    expect((await get('/logo.png')).headers.get('cache-control')).toBe('no-cache')
  })

  it('sends text compressed to who takes it', async () => {
    const { get } = await built()
    const response = await get('/js/app.0a1b2c3d.js', { 'accept-encoding': 'gzip, br' })
    expect(response.headers.get('content-encoding')).toBe('gzip')
    expect(gunzipSync(await response.arrayBuffer()).length).toBe(5002)
    expect((await get('/js/app.0a1b2c3d.js')).headers.get('content-encoding')).toBeNull()
    expect((await get('/logo.png', { 'accept-encoding': 'gzip' })).headers.get('content-encoding')).toBeNull()
  })

  it('is known again by its ETag until it is built anew', async () => {
    const { get, webRoot } = await built()
    const etag = (await get('/')).headers.get('etag') ?? ''
    expect((await get('/', { 'if-none-match': etag })).status).toBe(304)
    await writeFile(path.join(webRoot, 'index.html'), 'new')
    await utimes(path.join(webRoot, 'index.html'), 1, 1)
    expect(await (await get('/', { 'if-none-match': etag })).text()).toBe('new')
  })

  it.each([
    '/../secret.txt',
    '/..%2fsecret.txt',
    '/%2e%2e/secret.txt',
    '/js/..%2f..%2fsecret.txt',
    '/..%5csecret.txt',
    '/.env',
    '/%00',
    '/js',
    '/js/',
    '//secret.txt',
    '/secret.txt',
    '/nothing.js',
    '/%E0%A4%A',
  ])('shows nothing else: %s', async name => {
    const { get } = await built()
    const response = await get(name)
    expect(response.status).toBe(404)
    expect(await response.text()).not.toContain('secret')
  })

  it('says in words how to build it', async () => {
    const { app } = openHttpApp()
    const response = await app.request('/')
    expect([response.status, response.headers.get('content-type')]).toEqual([200, 'text/plain; charset=utf-8'])
    expect(await response.text()).toContain('npm run build:h5')
    expect((await app.request('/app.js')).status).toBe(404)
  })

  it('follows no link out of its folder', async () => {
    const { get, webRoot } = await built()
    await symlink(path.join(folder, 'secret.txt'), path.join(webRoot, 'link.txt'))
    expect((await get('/link.txt')).status).toBe(404)
  })
})
