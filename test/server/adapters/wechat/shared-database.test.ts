import { afterAll, beforeAll, expect, it } from 'vitest'
import { openTestStores, type TestStores } from '../../../support/database.ts'
import { at } from '../../../support/fakes/clock.ts'
import { answers, startScriptedWeChat } from '../../../support/scripted-wechat.ts'
import { APPID, SECRET, testClient } from '../../../support/wechat-client.ts'
import { failureOf, july, TOKEN, VISITS } from './setup.ts'

let database: TestStores

beforeAll(async () => {
  database = await openTestStores()
  const { people, apps } = database.stores
  const now = at('2026-07-15 10:00')
  await people.register(
    { id: 'admin', nickname: '管理员', avatarUrl: null, handle: null, locale: 'zh-CN', pin: '0000' },
    { openidHash: null, unionidHash: null },
    now,
  )
  await apps.bind(
    {
      appid: APPID,
      name: '店',
      avatarUrl: null,
      kind: 'miniprogram',
      boundAt: now,
      tokenState: 'ok',
      tokenDetail: null,
    },
    SECRET,
    'admin',
  )
})

afterAll(() => database.close())

const realSleep = (milliseconds: number) => new Promise<void>(resolve => setTimeout(resolve, Math.min(milliseconds, 5)))

const instance = (baseUrl: string, holder: string) => {
  const { tokens, secrets, apps } = database.stores
  return testClient(baseUrl, { tokens, secrets, apps, holder, sleep: realSleep })
}

it('two instances on one database ask for one token', async () => {
  const server = await startScriptedWeChat()
  const instances = ['a', 'b'].map(holder => instance(server.url, holder))
  const days = Array.from({ length: 12 }, (_, index) => july(index + 1))
  await Promise.all(instances.flatMap(({ datacube }) => days.map(day => datacube.ask(day, 'reader'))))
  expect(server.callsOf(TOKEN)).toHaveLength(1)
  expect(server.callsOf(TOKEN)[0]?.body.secret).toBe(SECRET)
})

it('a token that one instance found refused is replaced for both', async () => {
  const server = await startScriptedWeChat()
  const [one, other] = [instance(server.url, 'a'), instance(server.url, 'b')]
  await database.stores.tokens.write(APPID, { token: 'old', expiresAt: one.clock.now() + 7_200_000 })
  server.script(VISITS, answers.errcode(40001))
  await one.datacube.ask(july(13), 'reader')
  await other.datacube.ask(july(14), 'reader')
  expect(server.callsOf(VISITS).map(call => call.query.access_token)).toEqual(['old', 'token-1', 'token-1'])
})

it('a refusal is noted on the app, and its end', async () => {
  const server = await startScriptedWeChat()
  const { tokens, apps } = database.stores
  const client = instance(server.url, 'a')
  await tokens.write(APPID, { token: 'old', expiresAt: 0 })
  server.script(TOKEN, answers.errcode(40164, 'invalid ip 118.190.42.90, not in whitelist'))
  await failureOf(client.datacube.ask(july(14), 'reader'))
  expect(await apps.find(APPID)).toMatchObject({ tokenState: 'ip', tokenDetail: '118.190.42.90' })
  client.clock.advance(60_000)
  await client.datacube.ask(july(14), 'reader')
  expect(await apps.find(APPID)).toMatchObject({ tokenState: 'ok', tokenDetail: null })
})
