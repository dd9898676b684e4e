import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { MiniApp } from 'node-easywechat'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { demoApp, type Sandbox, startSandbox } from '../../../server/sandbox/index.ts'
import { afternoon } from './client.ts'

/** A client that others wrote for the real platform works against the sandbox without a change. */
describe('node-easywechat', () => {
  let sandbox: Sandbox
  /** It keeps its tokens in files. */
  const folder = mkdtempSync(join(tmpdir(), 'easywechat-'))
  beforeAll(async () => {
    sandbox = await startSandbox({ apps: [demoApp.freshShop], now: () => afternoon })
  })
  afterAll(async () => {
    await sandbox.close()
    rmSync(folder, { recursive: true })
  })

  const app = (stable: boolean) => {
    const { appid, secret } = demoApp.freshShop
    const http = { baseURL: `${sandbox.url}/` }
    return new MiniApp({
      app_id: appid,
      secret,
      use_stable_access_token: stable,
      http,
      file_cache: { path: folder, dirMode: 0o700, fileMode: 0o600, ext: '.cache' },
    })
  }

  it.each([true, false])('fetches a token (stable: %s)', async stable => {
    const token = await app(stable).getAccessToken().getToken()
    expect(token).toMatch(/^97_[\w-]{100,}$/)
  })

  it('logs in by code', async () => {
    const session = await app(true)
      .getUtils()
      .codeToSession(sandbox.mintCode({ openid: 'oAlice' }))
    expect(session).toMatchObject({ openid: 'oAlice' })
  })

  it('reads the visits of a day', async () => {
    const client = app(true).getClient()
    const path = '/datacube/getweanalysisappiddailyvisittrend'
    const response = await client.postJson(path, { begin_date: '20261119', end_date: '20261119' })
    expect(response.toObject()).toMatchObject({ list: [{ ref_date: '20261119', visit_uv: expect.any(Number) }] })
  })

  it('understands a refusal', async () => {
    const client = app(true).getClient()
    const path = '/datacube/getweanalysisappiddailyvisittrend'
    const response = await client.postJson(path, { begin_date: '20261121', end_date: '20261121' })
    expect(response.toObject()).toMatchObject({ errcode: 61501 })
  })
})
