import { setTimeout as sleep } from 'node:timers/promises'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type PostgresServer, startPostgres } from '../../support/postgres.ts'
import { type ServerProcess, startServer, temporaryFolder } from '../../support/server-process.ts'

const READERS = 6

let postgres: PostgresServer
let folder: Awaited<ReturnType<typeof temporaryFolder>>
let one: ServerProcess
let two: ServerProcess

beforeAll(async () => {
  postgres = await startPostgres()
  folder = await temporaryFolder()
  const env = { DATABASE_URL: await postgres.createDatabase(), MASTER_KEY: Buffer.alloc(32, 5).toString('base64') }
  // one after the other: the first one seeds
  one = await startServer({ entry: 'demo', dataDir: `${folder.folder}/one`, env })
  two = await startServer({ entry: 'demo', dataDir: `${folder.folder}/two`, env })
}, 180_000)
afterAll(async () => {
  await one?.stop()
  await two?.stop()
  await postgres?.stop()
  await folder?.remove()
})

const call = (server: ServerProcess, token: string, method: string, path: string, body?: object) =>
  fetch(`${server.origin}/api/v1${path}`, {
    method,
    headers: { authorization: `Bearer ${token}`, ...(body ? { 'content-type': 'application/json' } : {}) },
    body: body ? JSON.stringify(body) : null,
  })

async function signIn(as: 'admin' | 'viewer'): Promise<{ token: string; id: string }> {
  const response = await fetch(`${one.origin}/api/v1/demo/session`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ as }),
  })
  const { token, user } = (await response.json()) as { token: string; user: { id: string } }
  return { token, id: user.id }
}

/** An app that the viewer does not see yet, and both of them signed in. */
async function setTheScene(index = 0) {
  const [admin, viewer] = [await signIn('admin'), await signIn('viewer')]
  const { apps } = (await (await call(one, admin.token, 'GET', '/apps')).json()) as { apps: { appid: string }[] }
  const appid = apps[index]?.appid ?? ''
  const path = `/apps/${appid}/grants/${viewer.id}`
  await call(one, admin.token, 'DELETE', path)
  const grant = (terms: object = {}) =>
    call(one, admin.token, 'POST', `/apps/${appid}/grants`, { userId: viewer.id, ...terms })
  return { admin, viewer, appid, path, grant, overview: `/apps/${appid}/reports/overview` }
}

/**
 * Reads on the other instance without pause while something is taken away on the first one.
 * @returns the statuses of reads that began after the taking away was answered
 */
async function readingWhile(token: string, path: string, takeAway: () => Promise<Response>) {
  let over = false
  const reads: { beganAt: number; status: number }[] = []
  const reader = async () => {
    while (!over) {
      const beganAt = performance.now()
      const { status } = await call(two, token, 'GET', path)
      reads.push({ beganAt, status })
    }
  }
  const readers = Array.from({ length: READERS }, reader)
  const patience = { timeout: 30_000 }
  try {
    await expect.poll(() => reads.length, patience).toBeGreaterThan(READERS)
    const before = reads.map(read => read.status)
    const { status } = await takeAway()
    const answeredAt = performance.now()
    const after = () => reads.filter(read => read.beganAt > answeredAt)
    await expect.poll(() => after().length, patience).toBeGreaterThan(2 * READERS)
    return { status, before, after: new Set(after().map(read => read.status)) }
  } finally {
    over = true
    await Promise.all(readers)
  }
}

describe('on two instances over one PostgreSQL', { timeout: 120_000 }, () => {
  it('a grant that one revokes is gone on the other one’s very next request', async () => {
    const { admin, viewer, path, grant, overview } = await setTheScene()
    for (let round = 0; round < 3; round++) {
      expect((await grant()).status).toBe(201)
      const read = await readingWhile(viewer.token, overview, () => call(one, admin.token, 'DELETE', path))
      expect(read.status).toBe(204)
      expect(read.before).toContain(200)
      expect([...read.after]).toEqual([404])
    }
  })

  it('a grant is there on the other one’s very next request', async () => {
    const { viewer, grant, overview } = await setTheScene()
    expect((await call(two, viewer.token, 'GET', overview)).status).toBe(404)
    expect((await grant()).status).toBe(201)
    expect((await call(two, viewer.token, 'GET', overview)).status).toBe(200)
  })

  it('a section that one takes away is shut on the other', async () => {
    const { admin, viewer, path, grant, overview } = await setTheScene()
    await grant({ scopes: ['overview', 'visit'] })
    const change = () => call(one, admin.token, 'PATCH', path, { scopes: ['visit'] })
    expect([...(await readingWhile(viewer.token, overview, change)).after]).toEqual([403])
  })

  it('an end that comes is an end on both', async () => {
    const { viewer, grant, overview } = await setTheScene()
    const end = Date.now() + 1_500
    await grant({ expiresAt: new Date(end).toISOString() })
    expect((await call(two, viewer.token, 'GET', overview)).status).toBe(200)
    await sleep(end - Date.now() + 5)
    for (const server of [one, two]) expect((await call(server, viewer.token, 'GET', overview)).status).toBe(404)
  })

  it('a session that one ends is dead on the other', async () => {
    const { viewer, grant, overview } = await setTheScene()
    await grant()
    const signOut = () => call(one, viewer.token, 'DELETE', '/session')
    expect([...(await readingWhile(viewer.token, overview, signOut)).after]).toEqual([401])
  })

  it('an app that one unbinds does not exist on the other', async () => {
    const { admin, viewer, appid, grant, overview } = await setTheScene(1)
    await grant()
    const unbind = () => call(one, admin.token, 'DELETE', `/apps/${appid}`)
    expect([...(await readingWhile(viewer.token, overview, unbind)).after]).toEqual([404])
    expect((await call(two, admin.token, 'GET', overview)).status).toBe(404)
  })
})
