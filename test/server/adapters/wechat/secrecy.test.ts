import { inspect } from 'node:util'
import { expect, it } from 'vitest'
import { UpstreamError } from '../../../../server/domain/upstream.ts'
import { answers, type Step } from '../../../support/scripted-wechat.ts'
import { ASSISTANT, isSettled, SECRET } from '../../../support/wechat-client.ts'
import { july, scripted, TOKEN, VISITS } from './setup.ts'

const SESSION = '/sns/jscode2session'
const hidden = ['token-1', 'token-2', 'on-trial', 'o-person', 'a-session-key', 'the-code', SECRET, ASSISTANT.secret]

/** An upstream that throws back at us all it was sent, wherever it can. */
const echo =
  (words: (all: string) => Step): Step =>
  (request, response, call) =>
    words(`${request.url} ${JSON.stringify(call.body)} ${JSON.stringify(call.query)}`)(request, response, call)

const steps: [string, Step][] = [
  ['errmsg', echo(all => answers.errcode(40164, `invalid ip 1.2.3.4 ${all}`))],
  ['an unknown errcode', echo(all => answers.errcode(7, all))],
  ['an expired token', echo(all => answers.errcode(42001, all))],
  ['a page', echo(all => answers.text(`<html>${all}</html>`))],
  ['cut JSON', echo(all => answers.text(`{"list":"${all}`))],
  ['an errcode that is text', echo(all => answers.json({ errcode: all }))],
  ['a redirect', echo(all => answers.status(302, { location: `/?${encodeURIComponent(all)}` }))],
  ['another shape', echo(all => answers.json({ [all]: all }))],
  ['a reset', answers.reset()],
  ['a hang', answers.hang()],
]

it.each(steps)('no error and no log line holds a secret after %s', async (_name, step) => {
  const { server, client } = await scripted({ timeoutMs: 40 })
  const told: string[] = []
  const listen = (call: Promise<unknown>) =>
    call.then(
      () => told.push('answered'),
      error => {
        expect(error).toBeInstanceOf(UpstreamError)
        told.push(inspect(error, { depth: 9, showHidden: true }))
      },
    )
  const prove = () =>
    client.secretProof.prove({
      appid: 'wx00000000000000aa',
      secret: 'on-trial',
      kind: 'miniprogram',
      days: 1,
      isSettled,
    })
  server.always(VISITS, step)
  server.always(SESSION, step)
  await listen(client.datacube.ask(july(14), 'reader'))
  await listen(client.login.exchange('the-code'))
  await listen(prove())
  server.always(TOKEN, step)
  client.clock.advance(24 * 3_600_000)
  await listen(client.datacube.ask(july(14), 'reader'))
  await listen(prove())
  expect(told).toHaveLength(5)
  expect(client.lines).not.toEqual([])
  const words = [...told, ...client.lines, ...client.notes, JSON.stringify(client.metrics)].join('\n')
  expect(hidden.filter(secret => words.includes(secret))).toEqual([])
})

it('a good login leaves nothing in the log', async () => {
  const { server, client } = await scripted()
  server.script(SESSION, answers.json({ openid: 'o-person', session_key: 'a-session-key' }))
  await client.login.exchange('the-code')
  expect(client.lines).toEqual([])
})
