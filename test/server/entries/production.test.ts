import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { demoApp } from '../../../server/sandbox/index.ts'
import { spawnServer, temporaryFolder } from '../../support/server-process.ts'
import { bind, client, openWholeServer, sampleApp, type WholeServer } from '../../support/whole-server.ts'

const app = sampleApp(1)
const frozen = demoApp.secretFrozen
let whole: WholeServer
let data: Awaited<ReturnType<typeof temporaryFolder>>

beforeAll(async () => {
  data = await temporaryFolder()
  whole = await openWholeServer({ dataDir: data.folder, apps: [app, frozen], env: { LOG_LEVEL: 'debug' } })
})
afterAll(async () => {
  await whole.stop()
  await data.remove()
})

/** A whole run with its errors: what people do, what they do wrong, and what WeChat does to us. */
async function live() {
  const { server, sandbox } = whole
  const nobody = client(server.origin)
  const code = sandbox.mintCode({ person: 'lin' })
  const { token } = (await nobody('POST', '/session', { code })).json as { token: string }
  const ask = client(server.origin, token)
  await nobody('POST', '/session', { code: 'a-code-that-wechat-refuses' })
  const wrong = { appid: app.appid, secret: '0123456789abcdef0123456789abcdef', name: 'x', kind: 'miniprogram' }
  await ask('POST', '/apps', wrong)
  await ask('POST', '/apps', { ...wrong, appid: frozen.appid, secret: frozen.secret })
  await bind(ask, app)
  sandbox.faults.add({ kind: 'html', times: 2 })
  sandbox.faults.add({ kind: 'cut', times: 2 })
  await ask('GET', `/apps/${app.appid}/reports/overview`)
  await ask('GET', `/apps/${app.appid}/reports/overview?secret=${app.secret}&access_token=${token}`)
  await ask('GET', `/${token}/${app.secret}`)
  sandbox.faults.clear()
  const { json: handoff } = await nobody('POST', '/session/handoffs')
  await ask('POST', `/session/handoffs/${handoff.code}/approve`)
  const poll = await client(server.origin, handoff.secret)('GET', `/session/handoffs/${handoff.id}`)
  await client(server.origin, poll.json.token)('GET', '/me')
  await ask('PATCH', `/apps/${app.appid}`, { secret: app.secret })
  return { code, token, handoff, polled: poll.json.token as string, wrong }
}

describe("production's server", () => {
  it('writes no secret, token, openid or code into its log, whatever happens', async () => {
    const { code, token, handoff, polled, wrong } = await live()
    const secrets = [code, token, polled, handoff.secret, handoff.code, wrong.secret, app.secret, frozen.secret]
    const { output } = whole.server
    expect(output()).not.toBe('')
    for (const secret of [...secrets, whole.masterKey, 'a-code-that-wechat-refuses']) {
      expect(output()).not.toContain(secret)
    }
    expect(output()).not.toMatch(/\bo[A-Za-z0-9_-]{27}\b|access_token=|session_key/)
  })

  it('has no demo, and says so nowhere', async () => {
    const nobody = client(whole.server.origin)
    expect((await nobody('POST', '/demo/session', { as: 'admin' })).status).toBe(404)
    expect((await nobody('GET', '/session/methods')).json).toEqual({ methods: ['handoff'] })
  })

  it('is ready, and hides its metrics', async () => {
    const statusOf = async (path: string) => (await fetch(whole.server.origin + path)).status
    expect(await Promise.all(['/healthz', '/readyz', '/metrics', '/api/openapi.json'].map(statusOf))).toEqual([
      200, 200, 404, 200,
    ])
  })

  it('refuses a second process on its data, in words', async () => {
    const second = await spawnServer({
      entry: 'node',
      dataDir: data.folder,
      env: { MASTER_KEY: whole.masterKey, ASSISTANT_APPID: app.appid, ASSISTANT_SECRET: 'x' },
    })
    expect(await second.exited).toBe(1)
    expect(second.output()).toMatch(/^DATA_DIR is in use by process \d+[^\n]*\n$/)
  })

  it('does not start half set, and names the setting in one line', async () => {
    const { folder, remove } = await temporaryFolder()
    const server = await spawnServer({ entry: 'node', dataDir: folder })
    expect(await server.exited).toBe(1)
    expect(server.output()).toMatch(/^MASTER_KEY [^\n]*\n$/)
    await remove()
  })

  it('stops when told to, with 0', async () => {
    expect(await whole.server.stop()).toBe(0)
    expect(whole.server.output()).toContain('"msg":"stopping"')
  })
})
