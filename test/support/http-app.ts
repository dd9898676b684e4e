import { createApp } from '../../server/app.ts'
import { createCollecting } from '../../server/collecting.ts'
import { hashOf } from '../../server/domain/credentials.ts'
import type { HttpDeps } from '../../server/http/deps.ts'
import { createLimits } from '../../server/http/limits.ts'
import type { Erasures } from '../../server/ports/erasures.ts'
import { systemRandom } from '../../server/ports/random.ts'
import type { Scope } from '../../src/contract/scopes.ts'
import { fakeAccess } from './fakes/access.ts'
import { FakeApps } from './fakes/apps.ts'
import { at, FakeClock } from './fakes/clock.ts'
import { FakeErasures } from './fakes/erasures.ts'
import { FakeEvents } from './fakes/events/index.ts'
import { FakeHandoffs, FakePeople, FakeSessions } from './fakes/people.ts'
import { FakeRemarks } from './fakes/remarks.ts'
import { FakeLogin, FakeProof, FakeTokens, fakeVault } from './fakes/wechat.ts'
import { FakeRefused, FakeWriteKeys } from './fakes/write-keys.ts'
import { madeUpReports } from './report-answers.ts'

export interface LogLine {
  level: string
  facts: object
  message: string
}

/** The whole HTTP layer in process, over stores in memory, but for those that are handed over. */
export function openHttpApp(changes: Partial<HttpDeps> = {}, erasures: Erasures = new FakeErasures()) {
  const clock = new FakeClock(at('2026-07-15 11:00'))
  const people = new FakePeople()
  const apps = new FakeApps()
  const sessions = new FakeSessions(people, apps)
  const handoffs = new FakeHandoffs()
  const login = new FakeLogin()
  const proof = new FakeProof()
  const remarks = new FakeRemarks()
  const tokens = new FakeTokens()
  const events = new FakeEvents(changes.clock ?? clock)
  const stores = { writeKeys: new FakeWriteKeys(apps), refused: new FakeRefused(apps), erasures }
  const lines: LogLine[] = []
  const served: { route: string; status: number }[] = []
  const limited: string[] = []
  const woken: string[] = []
  const forgotten: string[] = []
  const write = (level: string) => (facts: object, message: string) => void lines.push({ level, facts, message })
  const log = { debug: write('debug'), info: write('info'), warn: write('warn'), error: write('error') }
  const rate = 100_000
  const random = systemRandom
  const collecting = createCollecting({ events, stores, vault: fakeVault, random, log, rate, shared: false })
  const deps: HttpDeps = {
    ...fakeAccess(apps),
    clock,
    random: systemRandom,
    people,
    apps,
    sessions,
    handoffs,
    login,
    proof,
    tokens,
    vault: fakeVault,
    isSettled: async () => false,
    keepAnswer: async () => {},
    forgetToken: appid => void forgotten.push(appid),
    wakeBackfill: appid => void woken.push(appid),
    log,
    collect: collecting.desk,
    telemetry: {
      served: request => void served.push(request),
      limited: limit => void limited.push(limit),
      exposition: async () => '# HELP up\nup 1\n',
    },
    limits: createLimits(1200),
    reports: madeUpReports,
    remarks,
    settings: {
      publicUrl: 'https://data.example.com',
      trustProxy: 0,
      metricsToken: null,
      pushToken: null,
      webRoot: '/nowhere',
    },
    demo: null,
    ready: async () => ({ unreadableSecrets: 0 }),
    ...changes,
  }
  const app = createApp(deps)

  /** Registers a person and opens a session that ends in 30 days. */
  async function signIn(name: string): Promise<string> {
    const id = `id-of-${name}`
    if (!people.persons.has(id)) {
      const person = { id, nickname: name, avatarUrl: null, handle: null, locale: 'zh-CN' as const, pin: '0420' }
      await people.register(person, { openidHash: null })
    }
    const token = systemRandom.bytes(32).toString('base64url')
    const session = {
      id: `session-${token.slice(0, 8)}`,
      tokenHash: hashOf(token),
      personId: id,
      createdAt: clock.now(),
    }
    await sessions.open({ ...session, expiresAt: clock.now() + 30 * 86_400_000 })
    return token
  }

  /** An app with an admin; the admin's token. */
  async function bind(appid: string, admin = 'admin'): Promise<string> {
    const token = await signIn(admin)
    const app = { appid, name: appid, avatarUrl: null, kind: 'miniprogram' as const, boundAt: 0, tokenDetail: null }
    await apps.bind({ ...app, tokenState: 'ok' }, 'right-secret', `id-of-${admin}`)
    return token
  }

  /** Lets a person in; that person's token. */
  async function grant(appid: string, viewer: string, scopes: Scope[], expiresAt: number | null = null) {
    const token = await signIn(viewer)
    await apps.grant(appid, `id-of-${viewer}`, { scopes, expiresAt })
    return token
  }

  /** One call of the API; an object as body goes as JSON. */
  async function call(method: string, path: string, options: CallOptions = {}) {
    const { token, body, headers = {}, address = '203.0.113.7' } = options
    const isText = typeof body === 'string' || body instanceof Uint8Array || body === undefined
    return app.request(
      `/api/v1${path}`,
      {
        method,
        body: isText ? (body as BodyInit | undefined) : JSON.stringify(body),
        headers: {
          ...(token === undefined ? {} : { authorization: `Bearer ${token}` }),
          ...(body === undefined ? {} : { 'content-type': 'application/json' }),
          ...headers,
        },
      },
      { incoming: { socket: { remoteAddress: address } } },
    )
  }

  return {
    app,
    call,
    signIn,
    bind,
    grant,
    deps,
    clock,
    people,
    apps,
    sessions,
    handoffs,
    login,
    proof,
    remarks,
    tokens,
    events,
    lines,
    served,
    limited,
    woken,
    forgotten,
  }
}

export interface CallOptions {
  token?: string
  body?: unknown
  headers?: Record<string, string>
  address?: string
}

/** The parts of a problem that tests look at. */
export async function problemOf(response: Response) {
  const { code, issues, ...rest } = (await response.json()) as {
    code: string
    issues?: { path: string; code: string; message: string; ip?: string }[]
    title: string
    detail?: string
    requestId: string
  }
  return { status: response.status, code, faults: issues?.map(issue => `${issue.path} ${issue.code}`), issues, ...rest }
}
