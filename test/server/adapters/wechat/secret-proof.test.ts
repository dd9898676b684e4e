import { describe, expect, it } from 'vitest'
import { answers } from '../../../support/scripted-wechat.ts'
import { APPID, isSettled } from '../../../support/wechat-client.ts'
import { failureOf, july, scripted, TOKEN, VISITS } from './setup.ts'

const app = { appid: APPID, secret: 'the-secret-on-trial', kind: 'miniprogram', days: 1, isSettled } as const

describe('proving a secret', () => {
  it('asks for a token with it, and for the day before yesterday', async () => {
    const { server, client } = await scripted()
    const text = '{"list":[{"ref_date":"20260713","visit_pv":58}]}'
    server.script(VISITS, answers.text(text))
    expect(await client.secretProof.prove(app)).toEqual({
      token: 'token-1',
      tokenExpiresAt: client.clock.now() + 7_200_000,
      answers: [{ question: july(13), text, fetchedAt: client.clock.now() }],
    })
    expect(server.callsOf(TOKEN)[0]?.body).toMatchObject({ appid: APPID, secret: 'the-secret-on-trial' })
    expect(server.callsOf(VISITS)).toMatchObject([
      { query: { access_token: 'token-1' }, body: { begin_date: '20260713', end_date: '20260713' } },
    ])
  })

  it('asks for as many closed days as named, at once, and keeps those that come', async () => {
    const { server, client } = await scripted()
    server.always(VISITS, answers.text('{"list":[]}'))
    server.script(VISITS, answers.errcode(61503))
    const { answers: kept } = await client.secretProof.prove({ ...app, days: 5 })
    expect(server.callsOf(TOKEN)).toHaveLength(1)
    expect(server.callsOf(VISITS).map(({ body }) => (body as { begin_date: string }).begin_date)).toEqual(
      expect.arrayContaining(['20260713', '20260712', '20260711', '20260710', '20260709']),
    )
    expect(kept).toHaveLength(4)
  })

  it('asks for none that WeChat answered for good, and so for the token alone when it has all', async () => {
    const { server, client } = await scripted()
    server.always(VISITS, answers.text('{"list":[]}'))
    const days = () => server.callsOf(VISITS).map(({ body }) => (body as { begin_date: string }).begin_date)
    await client.secretProof.prove({ ...app, days: 3, isSettled: async ({ from }) => from <= '2026-07-12' })
    expect(days()).toEqual(['20260713'])
    await client.secretProof.prove({ ...app, days: 3, isSettled: async () => true })
    expect([server.callsOf(TOKEN).length, days()]).toEqual([2, ['20260713']])
  })

  it.each(['minigame', 'official'] as const)('asks no report for a %s', async kind => {
    const { server, client } = await scripted()
    expect((await client.secretProof.prove({ ...app, kind })).answers).toEqual([])
    expect(server.calls).toHaveLength(1)
  })

  it.each([
    [40013, 'appid_unknown'],
    [41002, 'appid_unknown'],
    [40125, 'secret_wrong'],
    [41004, 'secret_wrong'],
    [40001, 'secret_wrong'],
    [40243, 'account_frozen'],
    [50002, 'account_frozen'],
    [50004, 'account_frozen'],
    [50007, 'account_frozen'],
  ])('%i: %s', async (errcode, refusal) => {
    const { server, client } = await scripted()
    server.script(TOKEN, answers.errcode(errcode))
    expect((await failureOf(client.secretProof.prove(app))).details.refusal).toBe(refusal)
    expect(server.calls).toHaveLength(1)
  })

  it('40164: names the address to whitelist', async () => {
    const { server, client } = await scripted()
    server.script(TOKEN, answers.errcode(40164, 'invalid ip 118.190.42.90 ipv6 ::ffff:118.190.42.90, not in whitelist'))
    expect((await failureOf(client.secretProof.prove(app))).details).toMatchObject({
      refusal: 'ip_not_allowed',
      ip: '118.190.42.90',
    })
  })

  it('61502: the kind does not match', async () => {
    const { server, client } = await scripted()
    server.script(VISITS, answers.errcode(61502))
    expect((await failureOf(client.secretProof.prove(app))).details.refusal).toBe('kind_mismatch')
  })

  it.each([
    ['61503', answers.errcode(61503)],
    ['48001', answers.errcode(48001)],
    ['45009', answers.errcode(45009)],
    ['a page', answers.page()],
    ['JSON of another shape', answers.json({ list: 7 })],
  ])('is not undone by %s in place of the day', async (_name, step) => {
    const { server, client } = await scripted()
    server.script(VISITS, step)
    expect(await client.secretProof.prove(app)).toMatchObject({ token: 'token-1', answers: [] })
  })

  it('names nothing to mend when WeChat is away', async () => {
    const { server, client } = await scripted()
    server.always(TOKEN, answers.status(502))
    const error = await failureOf(client.secretProof.prove(app))
    expect(error).toMatchObject({ failure: 'failed', details: {} })
    expect(error.details.refusal).toBeUndefined()
  })

  it('is tried again after a refusal, and leaves the bound app’s record alone', async () => {
    const { server, client } = await scripted()
    server.script(TOKEN, answers.errcode(40125))
    await failureOf(client.secretProof.prove(app))
    await client.secretProof.prove({ ...app, secret: 'the-right-one' })
    expect(client.notes).toEqual([])
  })
})
