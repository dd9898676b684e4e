import { expect, it } from 'vitest'
import { answers } from '../../../support/scripted-wechat.ts'
import { failureOf, july, scripted, VISITS } from './setup.ts'

const LOGIN = '/sns/jscode2session'
const days = Array.from({ length: 14 }, (_, index) => july(index + 1))

it('never has more than five calls of an app under way', async () => {
  const { server, client } = await scripted()
  const gate = server.hold(VISITS)
  const calls = [
    ...days.map(day => client.datacube.ask(day, 'reader')),
    ...days.map(day => client.datacube.ask(day, 'backfill')),
    client.datacube.remainingQuota(july(1).appid, 'backfill'),
  ]
  await gate.filled(5)
  gate.release()
  await Promise.all(calls)
  expect(server.peak()).toBe(5)
})

it('never has more than five logins under way', async () => {
  const { server, client } = await scripted()
  server.always(LOGIN, answers.json({ openid: 'o-person', session_key: 'a-session-key' }))
  const gate = server.hold(LOGIN)
  const logins = days.map((_, index) => client.login.exchange(`code ${index}`))
  await gate.filled(5)
  gate.release()
  await Promise.all(logins)
  expect(server.peak()).toBe(5)
})

it('never has more than three backfill calls of an app under way', async () => {
  const { server, client } = await scripted()
  const gate = server.hold(VISITS)
  const calls = days.map(day => client.datacube.ask(day, 'backfill'))
  await gate.filled(3)
  gate.release()
  await Promise.all(calls)
  expect(server.peak()).toBe(3)
})

it('answers a reader before the backfill that waited longer', async () => {
  const { server, client } = await scripted()
  const gate = server.hold(VISITS)
  const earlier = [
    ...days.slice(0, 10).map(day => client.datacube.ask(day, 'backfill')),
    ...days.slice(10, 12).map(day => client.datacube.ask(day, 'reader')),
  ]
  await gate.filled(5)
  const reader = client.datacube.ask(july(14), 'reader')
  gate.release()
  await Promise.all([...earlier, reader])
  const order = server.callsOf(VISITS).map(call => call.body.begin_date)
  expect(order.indexOf('20260714')).toBeLessThan(9)
})

it('refuses a reader when too many wait, and says so', async () => {
  const { server, client } = await scripted({ maxWaiting: 2 })
  const gate = server.hold('/cgi-bin/stable_token')
  const waiting = days.slice(0, 7).map(day => client.datacube.ask(day, 'reader'))
  expect((await failureOf(client.datacube.ask(july(14), 'reader'))).message).toContain('busy')
  gate.release()
  await Promise.all(waiting)
})

it('breaks off what runs and what waits when it closes', async () => {
  const { server, client } = await scripted()
  server.always(VISITS, answers.hang())
  server.always('/sns/jscode2session', answers.hang())
  const calls = Promise.all(days.map(day => failureOf(client.datacube.ask(day, 'reader'))))
  const login = failureOf(client.login.exchange('code'))
  while (server.callsOf(VISITS).length < 5) await new Promise(resolve => setTimeout(resolve, 1))
  await client.close()
  expect(new Set((await calls).map(error => error.failure))).toEqual(new Set(['failed']))
  await login
  expect(server.callsOf(VISITS)).toHaveLength(5)
})

it('ends a back-off when it closes', async () => {
  const { server, client } = await scripted({
    sleep: (_milliseconds, signal) =>
      new Promise((_resolve, reject) => signal.addEventListener('abort', () => reject(signal.reason), { once: true })),
  })
  server.always(VISITS, answers.errcode(-1))
  const call = failureOf(client.datacube.ask(july(14), 'reader'))
  while (client.metrics.retries.length === 0) await new Promise(resolve => setTimeout(resolve, 1))
  await client.close()
  expect((await call).message).toBe('shutting down')
})
