import { describe, expect, it } from 'vitest'
import { afternoon, client, demoApp } from './client.ts'

const { appid, secret } = demoApp.assistant

function login() {
  const harness = client()
  const redeem = (code: string, as: { appid?: string; secret?: string } = {}) => {
    const query = new URLSearchParams({ appid, secret, js_code: code, grant_type: 'authorization_code', ...as })
    return harness.get(`/sns/jscode2session?${query}`)
  }
  return { ...harness, redeem }
}

describe('a login code', () => {
  it('gives the openid and unionid it was minted for', async () => {
    const { sandbox, redeem } = login()
    const answer = await redeem(sandbox.mintCode({ openid: 'oAlice', unionid: 'uAlice' }))
    expect(answer).toEqual({ openid: 'oAlice', unionid: 'uAlice', session_key: expect.stringMatching(/^.{22}==$/) })
  })

  it('has no unionid unless one was given', async () => {
    const { sandbox, redeem } = login()
    expect(await redeem(sandbox.mintCode())).not.toHaveProperty('unionid')
  })

  it('gives one person the same openid each time, and another in another app', async () => {
    const { sandbox, redeem } = login()
    const code = () => sandbox.mintCode({ person: 'alice' })
    const first = await redeem(code())
    expect(first.openid).toMatch(/^o[\w-]{27}$/)
    expect((await redeem(code())).openid).toBe(first.openid)
    expect((await redeem(code(), demoApp.cafe)).openid).not.toBe(first.openid)
  })

  it('is spent after one use', async () => {
    const { sandbox, redeem } = login()
    const code = sandbox.mintCode()
    await redeem(code)
    expect((await redeem(code)).errcode).toBe(40163)
  })

  it('lives five minutes', async () => {
    const { sandbox, redeem } = login()
    const [first, second] = [sandbox.mintCode(), sandbox.mintCode()]
    sandbox.setNow(afternoon + 299_000)
    expect((await redeem(first)).errcode).toBeUndefined()
    sandbox.setNow(afternoon + 300_000)
    expect((await redeem(second)).errcode).toBe(40029)
  })

  it('is refused for another app than it was minted for, and stays good', async () => {
    const { sandbox, redeem } = login()
    const code = sandbox.mintCode({ appid })
    expect((await redeem(code, demoApp.cafe)).errcode).toBe(40029)
    expect((await redeem(code)).errcode).toBeUndefined()
  })

  it('is not spent by a call that meets a fault', async () => {
    const { sandbox, redeem } = login()
    const code = sandbox.mintCode()
    sandbox.faults.add({ kind: 'busy', times: 1 })
    expect((await redeem(code)).errcode).toBe(-1)
    expect((await redeem(code)).errcode).toBeUndefined()
  })

  it('can be minted over HTTP', async () => {
    const { post, redeem } = login()
    const { code } = await post('/sandbox/codes', { openid: 'oBob' })
    expect(await redeem(String(code))).toMatchObject({ openid: 'oBob' })
  })
})

describe('a login is refused', () => {
  it.each([
    ['without a code', { js_code: '' }, 41008],
    ['with a code nobody minted', { js_code: 'x' }, 40029],
    ['with a malformed AppID', { appid: 'wx1' }, 40013],
    ['without an AppID', { appid: '' }, 41002],
    ['with a wrong secret', { secret: 'x' }, 40125],
    ['without a secret', { secret: '' }, 41004],
    ['with another grant type', { grant_type: 'client_credential' }, 40002],
  ])('%s', async (_, change, errcode) => {
    const { sandbox, get } = login()
    const query = new URLSearchParams({ appid, secret, js_code: sandbox.mintCode(), ...change })
    expect((await get(`/sns/jscode2session?${query}`)).errcode).toBe(errcode)
  })
})
