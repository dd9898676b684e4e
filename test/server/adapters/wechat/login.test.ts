import { describe, expect, it } from 'vitest'
import { answers } from '../../../support/scripted-wechat.ts'
import { ASSISTANT } from '../../../support/wechat-client.ts'
import { failureOf, scripted } from './setup.ts'

const PATH = '/sns/jscode2session'
const person = { openid: 'o-person', session_key: 'a-session-key', unionid: 'u-person' }

describe('exchanging a login code', () => {
  it('asks with the assistant’s own secret, and gives back who it is and nothing else', async () => {
    const { server, client } = await scripted()
    server.script(PATH, answers.json(person))
    expect(await client.login.exchange('code/+ä')).toEqual({ openid: 'o-person', unionid: 'u-person' })
    const query = { ...ASSISTANT, js_code: 'code/+ä', grant_type: 'authorization_code' }
    expect(server.calls).toMatchObject([{ method: 'GET', path: PATH, query }])
  })

  it('knows no unionid where WeChat gives none', async () => {
    const { server, client } = await scripted()
    server.script(PATH, answers.json({ openid: 'o-person', session_key: 'a-session-key' }))
    expect((await client.login.exchange('code')).unionid).toBeNull()
  })

  it.each([40029, 40163, 40226])('%i: the code is refused, after one try', async errcode => {
    const { server, client } = await scripted()
    server.script(PATH, answers.errcode(errcode))
    expect(await failureOf(client.login.exchange('code'))).toMatchObject({
      failure: 'code_refused',
      details: { errcode },
    })
    expect(server.calls).toHaveLength(1)
  })

  it.each([
    ['-1', answers.errcode(-1)],
    ['a dropped connection', answers.reset()],
    ['a cut answer', answers.cut()],
  ])('asks again after %s', async (_name, step) => {
    const { server, client } = await scripted()
    server.script(PATH, step, answers.json(person))
    expect((await client.login.exchange('code')).openid).toBe('o-person')
  })

  it('does not blame the person when the lost first try had used the code up', async () => {
    const { server, client } = await scripted()
    server.script(PATH, answers.reset(), answers.errcode(40163))
    expect((await failureOf(client.login.exchange('code'))).failure).toBe('failed')
  })

  it('does not silence other people’s logins after 45011', async () => {
    const { server, client } = await scripted()
    server.script(PATH, answers.errcode(45011), answers.json(person))
    expect((await failureOf(client.login.exchange('code'))).failure).toBe('throttled')
    expect((await client.login.exchange('other code')).openid).toBe('o-person')
  })

  it.each([40013, 40125])('%i: the assistant’s own secret is refused', async errcode => {
    const { server, client } = await scripted()
    server.script(PATH, answers.errcode(errcode))
    expect((await failureOf(client.login.exchange('code'))).failure).toBe('secret_refused')
  })

  it.each([{}, { openid: '' }, { openid: 7 }])('fails on an answer without openid: %j', async answer => {
    const { server, client } = await scripted()
    server.script(PATH, answers.json(answer))
    expect((await failureOf(client.login.exchange('code'))).failure).toBe('failed')
  })

  it('fails without a call where no assistant is configured', async () => {
    const { server, client } = await scripted({ assistant: null })
    expect((await failureOf(client.login.exchange('code'))).failure).toBe('secret_refused')
    expect(server.calls).toEqual([])
  })
})
