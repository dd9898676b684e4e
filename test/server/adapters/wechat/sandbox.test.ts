import { describe, expect, it, onTestFinished } from 'vitest'
import { datacubeReports } from '../../../../server/domain/datacube.ts'
import { type SandboxApp, type SandboxFault, startSandbox } from '../../../../server/sandbox/index.ts'
import { at, FakeClock } from '../../../support/fakes/clock.ts'
import { memoryTokens } from '../../../support/fakes/tokens.ts'
import { ASSISTANT, isSettled, testClient } from '../../../support/wechat-client.ts'
import { failureOf } from './setup.ts'

const shop: SandboxApp = {
  appid: 'wx00000000000000a1',
  secret: '0123456789abcdef0123456789abcdef',
  kind: 'miniprogram',
  name: 'shop',
}
const assistant: SandboxApp = { ...ASSISTANT, kind: 'miniprogram', name: 'assistant' }

/** The emulator and a client, both at 11:00 of a Wednesday in China. */
async function setUp(settings: Partial<SandboxApp> = {}, timeoutMs?: number) {
  const clock = new FakeClock(at('2026-07-15 11:00'))
  const sandbox = await startSandbox({ apps: [{ ...shop, ...settings }, assistant], now: () => clock.now() })
  onTestFinished(() => sandbox.close())
  const tokens = memoryTokens()
  const client = testClient(sandbox.url, { tokens, clock, timeoutMs })
  client.secrets.set(shop.appid, shop.secret)
  const ask = (day = '2026-07-14', lane: 'reader' | 'backfill' = 'reader') =>
    client.datacube.ask({ appid: shop.appid, report: 'visit.daily', from: day, to: day }, lane)
  const pathsOf = (path: string) => sandbox.calls.filter(call => call.path === path)
  return { sandbox, client, clock, tokens, ask, pathsOf }
}

const VISITS = datacubeReports['visit.daily'].path

describe('against the emulator', () => {
  it.each([
    ['summary.daily', '2026-07-14', '2026-07-14'],
    ['visit.daily', '2026-07-14', '2026-07-14'],
    ['visit.weekly', '2026-07-06', '2026-07-12'],
    ['visit.monthly', '2026-06-01', '2026-06-30'],
    ['pages.daily', '2026-07-14', '2026-07-14'],
  ] as const)('%s answers a list', async (report, from, to) => {
    const { client } = await setUp()
    const text = await client.datacube.ask({ appid: shop.appid, report, from, to }, 'reader')
    expect(JSON.parse(text)).toHaveProperty('list')
  })

  it.each([
    ['distribution.daily', '2026-07-14', '2026-07-14', 'list'],
    ['retention.daily', '2026-07-13', '2026-07-13', 'visit_uv_new'],
    ['retention.weekly', '2026-07-06', '2026-07-12', 'visit_uv'],
    ['retention.monthly', '2026-06-01', '2026-06-30', 'visit_uv'],
    ['portrait.1', '2026-07-13', '2026-07-13', 'visit_uv_new'],
    ['portrait.7', '2026-07-07', '2026-07-13', 'visit_uv'],
    ['portrait.30', '2026-06-14', '2026-07-13', 'visit_uv'],
    ['performance.10016', '2026-06-15', '2026-07-14', 'data'],
    ['performance.10023', '2026-07-14', '2026-07-14', 'data'],
  ] as const)('%s from %s to %s answers %s', async (report, from, to, field) => {
    const { client } = await setUp()
    const text = await client.datacube.ask({ appid: shop.appid, report, from, to }, 'reader')
    expect(JSON.parse(text)).toHaveProperty(field)
  })

  it('a portrait of nine days is asked for in vain', async () => {
    const { client } = await setUp()
    const nine = { appid: shop.appid, report: 'portrait.7', from: '2026-07-05', to: '2026-07-13' } as const
    expect((await failureOf(client.datacube.ask(nine, 'reader'))).details.errcode).toBe(61501)
  })

  it('a day that is not over is asked for in vain', async () => {
    const { ask } = await setUp()
    expect((await failureOf(ask('2026-07-15'))).details.errcode).toBe(61501)
  })

  it('yesterday before its hour is not ready', async () => {
    const { ask, clock } = await setUp()
    clock.set('2026-07-15 08:00')
    expect((await failureOf(ask())).failure).toBe('not_ready')
  })

  it('a token that WeChat replaced is replaced here, once', async () => {
    const { ask, clock, tokens, pathsOf } = await setUp()
    await tokens.write(shop.appid, { token: '97_not-a-token-of-this-account', expiresAt: clock.now() + 7_200_000 })
    await ask()
    expect(pathsOf('/cgi-bin/stable_token')).toHaveLength(1)
    expect(pathsOf(VISITS).map(call => call.errcode)).toEqual([40001, 0])
  })

  it('a day of calls needs one token after another, never two at once', async () => {
    const { ask, clock, pathsOf } = await setUp()
    for (let hour = 0; hour < 12; hour += 1) {
      await ask()
      clock.advance(3_600_000)
    }
    expect(pathsOf('/cgi-bin/stable_token').length).toBeLessThanOrEqual(7)
    expect(pathsOf(VISITS).every(call => call.errcode === 0)).toBe(true)
  })

  it('the quota of the day silences until midnight', async () => {
    const { ask, clock, pathsOf } = await setUp({ dailyQuota: 2 })
    await ask('2026-07-12')
    await ask('2026-07-13')
    for (let times = 0; times < 5; times += 1) expect((await failureOf(ask())).failure).toBe('quota')
    expect(pathsOf(VISITS)).toHaveLength(3)
    clock.set('2026-07-16 10:00')
    await ask()
  })

  it('the remaining quota is what is left', async () => {
    const { ask, client } = await setUp({ dailyQuota: 10 })
    await ask()
    expect(await client.datacube.remainingQuota(shop.appid, 'reader')).toBe(9)
  })

  it.each<[Partial<SandboxApp>, string]>([
    [{ secretFrozen: true }, 'account_frozen'],
    [{ accountFrozen: true }, 'account_frozen'],
    [{ ipWhitelist: ['203.0.113.7'] }, 'ip_not_allowed'],
    [{ secret: 'ffffffffffffffffffffffffffffffff' }, 'secret_wrong'],
    [{ kind: 'minigame' }, 'kind_mismatch'],
  ])('an account with %j is refused: %s', async (settings, refusal) => {
    const { client } = await setUp(settings)
    const { appid, secret } = shop
    const error = await failureOf(client.secretProof.prove({ appid, secret, kind: 'miniprogram', days: 1, isSettled }))
    expect(error.details.refusal).toBe(refusal)
  })

  it('an AppID that nobody has is refused', async () => {
    const { client } = await setUp()
    const proof = client.secretProof.prove({
      appid: 'wx00000000000000ff',
      secret: 'one',
      kind: 'miniprogram',
      days: 1,
      isSettled,
    })
    expect((await failureOf(proof)).details.refusal).toBe('appid_unknown')
  })

  it('a proven secret brings its first closed day', async () => {
    const { client } = await setUp()
    const proven = await client.secretProof.prove({
      appid: shop.appid,
      secret: shop.secret,
      kind: 'miniprogram',
      days: 1,
      isSettled,
    })
    expect(proven.answers.map(({ question }) => question)).toMatchObject([{ from: '2026-07-13', to: '2026-07-13' }])
    expect(proven.tokenExpiresAt).toBe(at('2026-07-15 13:00'))
  })

  it('a login code is good for one person and one use', async () => {
    const { client, sandbox } = await setUp()
    const code = sandbox.mintCode({ appid: ASSISTANT.appid, openid: 'o-person', unionid: 'u-person' })
    expect(await client.login.exchange(code)).toEqual({ openid: 'o-person', unionid: 'u-person' })
    expect((await failureOf(client.login.exchange(code))).details.errcode).toBe(40163)
    expect((await failureOf(client.login.exchange('nonsense'))).details.errcode).toBe(40029)
  })

  it.each<[SandboxFault['kind'], SandboxFault]>([
    ['cut', { kind: 'cut', times: 2 }],
    ['reset', { kind: 'reset', times: 2 }],
    ['drop', { kind: 'drop', times: 2 }],
    ['http', { kind: 'http', status: 502, times: 2 }],
    ['busy', { kind: 'busy', times: 2 }],
  ])('two faults of kind %s are survived', async (_kind, fault) => {
    const { sandbox, ask, pathsOf } = await setUp()
    sandbox.faults.add({ ...fault, path: VISITS })
    expect(JSON.parse(await ask())).toHaveProperty('list')
    expect(pathsOf(VISITS)).toHaveLength(3)
  })

  it.each<[SandboxFault['kind'], SandboxFault, number]>([
    ['cut', { kind: 'cut' }, 3],
    ['reset', { kind: 'reset' }, 3],
    ['drop', { kind: 'drop' }, 3],
    ['http', { kind: 'http', status: 502 }, 3],
    ['busy', { kind: 'busy' }, 3],
    ['html', { kind: 'html' }, 1],
    ['shape', { kind: 'shape' }, 1],
    ['hang', { kind: 'hang' }, 1],
  ])('a lasting fault of kind %s is a failure', async (_kind, fault, tries) => {
    const { sandbox, ask, pathsOf } = await setUp({}, 500)
    sandbox.faults.add({ ...fault, path: VISITS })
    expect(['failed', 'timed_out']).toContain((await failureOf(ask())).failure)
    expect(pathsOf(VISITS)).toHaveLength(tries)
  })

  it('five calls at a time, three of them backfill', async () => {
    const { sandbox, ask } = await setUp()
    sandbox.setLatency(3)
    const days = Array.from({ length: 12 }, (_, index) => `2026-07-${String(index + 1).padStart(2, '0')}`)
    await Promise.all(days.map(day => ask(day, 'backfill')))
    expect(sandbox.peak(shop.appid)).toBeLessThanOrEqual(3)
    await Promise.all([...days.map(day => ask(day, 'backfill')), ...days.map(day => ask(day))])
    expect(sandbox.peak(shop.appid)).toBeLessThanOrEqual(5)
  })
})
