import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { temporaryFolder } from '../../support/server-process.ts'
import { type Ask, bind, openWholeServer, sampleApp, type WholeServer } from '../../support/whole-server.ts'

const APP = sampleApp(1)
const OPENID = 'oOpenIdThatNoLogMayShow01'
const UNIONID = 'oUnionIdThatNoLogMayShow1'

/** In normal mode every caller gets the same token: the one that the server holds. */
async function tokenInForce(sandboxUrl: string): Promise<string> {
  const asked = { grant_type: 'client_credential', appid: APP.appid, secret: APP.secret }
  const answer = await fetch(`${sandboxUrl}/cgi-bin/stable_token`, { method: 'POST', body: JSON.stringify(asked) })
  return ((await answer.json()) as { access_token: string }).access_token
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
  let data: Awaited<ReturnType<typeof temporaryFolder>>
  let log: string
  let tokens: string[]

  beforeAll(async () => {
    data = await temporaryFolder()
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
    await ask('POST', '/apps', {
      appid: APP.appid,
      name: APP.name,
      kind: APP.kind,
      secret: 'wrong-secret-that-no-log-may-show',
    })
    await ask('POST', '/session', { code: 'refused-code-that-no-log-may-show' })
    await ask('GET', `/apps/${APP.appid}/reports/overview`)
    await ask('GET', `/apps/${APP.appid}/reports/trend?from=bad&to=worse`)
    await ask('GET', '/me', undefined, { authorization: 'Bearer foreign-token-that-no-log-may-show' })
    const accessToken = await tokenInForce(whole.sandbox.url)
    await whole.server.stop()
    log = whole.server.output()
    tokens = [session.token, token, code, accessToken]
  }, 120_000)

  afterAll(async () => {
    await whole?.stop()
    await data?.remove()
  })

  it('says something', () => {
    expect(log.split('\n').length).toBeGreaterThan(5)
  })

  it.each([
    ['the AppSecret', APP.secret],
    ['a refused AppSecret', 'wrong-secret-that-no-log-may-show'],
    ['a refused code', 'refused-code-that-no-log-may-show'],
    ['a foreign token', 'foreign-token-that-no-log-may-show'],
    ['an openid', OPENID],
    ['a unionid', UNIONID],
  ])('does not show %s', (_what, text) => {
    expect(log).not.toContain(text)
  })

  it('does not show a session token, a used code or an access token', () => {
    expect(tokens.filter(token => log.includes(token))).toEqual([])
  })

  it('does not name the fields that carry them', () => {
    expect(log).not.toMatch(/access_token=|"(access_token|session_key|openid|unionid|secret)":\s*"(?!\[)/i)
  })
})
