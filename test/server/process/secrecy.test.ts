import { execFile } from 'node:child_process'
import { promisify } from 'node:util'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { demoApp } from '../../../server/sandbox/index.ts'
import { seededFolder } from '../../support/database.ts'
import { type Ask, bind, client, openWholeServer, sampleApp, type WholeServer } from '../../support/whole-server.ts'

const APP = sampleApp(1)
const WISH = { appid: APP.appid, name: APP.name, kind: APP.kind }
const OPENID = 'oOpenIdThatNoLogMayShow01'
const UNIONID = 'oUnionIdThatNoLogMayShow1'

/** In normal mode every caller gets the same token: the one that the server holds. */
async function tokenInForce(sandboxUrl: string): Promise<string> {
  const asked = { grant_type: 'client_credential', appid: APP.appid, secret: APP.secret }
  const answer = await fetch(`${sandboxUrl}/cgi-bin/stable_token`, { method: 'POST', body: JSON.stringify(asked) })
  return ((await answer.json()) as { access_token: string }).access_token
}

/** Signs a browser in from the phone; everything about it that nobody else may know. */
async function handOver(origin: string, ask: Ask): Promise<string[]> {
  const { json: handoff } = await client(origin)('POST', '/session/handoffs')
  await ask('POST', `/session/handoffs/${handoff.code}/approve`)
  const headers = { authorization: `Bearer ${handoff.secret}` }
  const { json: poll } = await client(origin)('GET', `/session/handoffs/${handoff.id}`, undefined, headers)
  return [handoff.secret, handoff.code, poll.token]
}

/** The code out of the link that the operator's command prints. */
async function operatorLink(dataDir: string, masterKey: string): Promise<string> {
  const command = ['scripts/server.mjs', 'session', 'operator_lin']
  const env = { ...process.env, DATA_DIR: dataDir, MASTER_KEY: masterKey }
  const { stdout } = await promisify(execFile)(process.execPath, command, { env })
  return stdout.trim().split('link=')[1] ?? ''
}

/** Goes on until the faults that were switched on are used up. */
async function bindAtLast(ask: Ask, tries = 6): Promise<void> {
  await bind(ask, APP).catch(error => {
    if (tries === 1) throw error
    return bindAtLast(ask, tries - 1)
  })
}

describe('the log of a whole run', () => {
  let whole: WholeServer
  let data: Awaited<ReturnType<typeof seededFolder>>
  let log: string
  let tokens: string[]

  beforeAll(async () => {
    data = await seededFolder()
    whole = await openWholeServer({ dataDir: data.folder, apps: [APP], env: { LOG_LEVEL: 'trace' } })
    const code = whole.sandbox.mintCode({ openid: OPENID, unionid: UNIONID })
    const session = await fetch(`${whole.server.origin}/api/v1/session`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ code }),
    }).then(answer => answer.json() as Promise<{ token: string }>)
    const { ask, token } = await whole.signIn('admin')
    whole.sandbox.faults.add({ kind: 'errcode', errcode: 42001, times: 2 })
    whole.sandbox.faults.add({ kind: 'cut', times: 2 })
    await bindAtLast(ask)
    await ask('POST', '/apps', { ...WISH, secret: 'wrong-secret-that-no-log-may-show' })
    await ask('POST', '/session', { code: 'refused-code-that-no-log-may-show' })
    await ask('GET', `/apps/${APP.appid}/reports/overview`)
    await ask('GET', `/apps/${APP.appid}/reports/trend?from=bad&to=worse`)
    await ask('GET', '/me', undefined, { authorization: 'Bearer foreign-token-that-no-log-may-show' })
    const handedOver = await handOver(whole.server.origin, ask)
    const link = await operatorLink(data.folder, whole.masterKey)
    await ask('POST', '/session/links', { code: link })
    await ask('POST', '/session/links', { code: link })
    await ask('POST', '/session/links', { code: `${link}x` })
    for (const kind of ['html', 'drop', 'hang'] as const) whole.sandbox.faults.add({ kind, times: 1 })
    await ask('POST', '/apps', { ...WISH, secret: 'secret-of-a-broken-call-nobody-may-see' })
    await ask('POST', '/session', { code: 'code-of-a-broken-call-nobody-may-see' })
    const accessToken = await tokenInForce(whole.sandbox.url)
    await whole.server.stop()
    log = whole.server.output()
    tokens = [session.token, token, code, accessToken, ...handedOver, link]
  }, 120_000)

  afterAll(async () => {
    await whole?.stop()
    await data?.remove()
  })

  it('says something', () => {
    expect(log.split('\n').length).toBeGreaterThan(5)
    expect(tokens.map(token => typeof token === 'string' && token.length > 20)).toEqual(tokens.map(() => true))
    expect(log).toContain('"route":"redeemOperatorLink","method":"POST","status":200')
    expect(log).toContain('"route":"redeemOperatorLink","method":"POST","status":410')
  })

  it.each([
    ['the AppSecret', APP.secret],
    ['a refused AppSecret', 'wrong-secret-that-no-log-may-show'],
    ['a refused code', 'refused-code-that-no-log-may-show'],
    ['the secret of a call that broke', 'secret-of-a-broken-call-nobody-may-see'],
    ['the code of a call that broke', 'code-of-a-broken-call-nobody-may-see'],
    ['the assistant’s own secret', demoApp.assistant.secret],
    ['a foreign token', 'foreign-token-that-no-log-may-show'],
    ['an openid', OPENID],
    ['a unionid', UNIONID],
  ])('does not show %s', (_what, text) => {
    expect(log).not.toContain(text)
  })

  it('does not show the master key', () => {
    expect(log).not.toContain(whole.masterKey)
  })

  it('does not show a session token, a used code, an access token, a hand-off or an operator’s link', () => {
    expect(tokens.filter(token => log.includes(token))).toEqual([])
  })

  it('does not name the fields that carry them', () => {
    expect(log).not.toMatch(/access_token=|"(access_token|session_key|openid|unionid|secret)":\s*"(?!\[)/i)
  })
})
