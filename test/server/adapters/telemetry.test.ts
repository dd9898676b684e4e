import { describe, expect, it } from 'vitest'
import { createLog } from '../../../server/adapters/telemetry/log.ts'
import { createMetrics } from '../../../server/adapters/telemetry/metrics.ts'
import { scrub } from '../../../server/adapters/telemetry/scrub.ts'

const OPENID = 'oZ9sK4xQ7bV2mN8cL5pR1tY6wE3a'
const TOKEN = 'mXk2_9vJ4hQ8sT1dYb7LwZ0nRc5GpFu3aEi6KoVxBqM'

/** Everything that a piece of code wrote into a log. */
function written(write: (log: ReturnType<typeof createLog>) => void): string {
  let text = ''
  const destination = {
    write(line: string) {
      text += line
    },
  }
  write(createLog('debug', destination))
  return text
}

describe('a text for the log', () => {
  it.each([
    ['GET https://api.weixin.qq.com/x?access_token=abc&appid=wx1 failed', 'GET https://api.weixin.qq.com/x failed'],
    ['/api/v1/session?code=071abc', '/api/v1/session?code=[hidden]'],
    ['{"access_token":"74_abc","expires_in":7200}', '{"access_token":[hidden],"expires_in":7200}'],
    ['session_key: "HyVFkGl5F5OQWJZZaNzBBg=="', 'session_key: [hidden]'],
    ['appsecret=0123456789abcdef0123456789abcdef', 'appsecret=[hidden]'],
    ['Authorization: Bearer abc.def', 'Authorization: [hidden]'],
    ['sent Bearer abc.def', 'sent Bearer [hidden]'],
    [`user ${OPENID} came`, 'user [hidden] came'],
    [`token ${TOKEN} of ours`, 'token [hidden] of ours'],
    ['postgres://user:pass@db.example/x', 'postgres://[hidden]@db.example/x'],
    ['errcode 40125 for wxfeedface00000001', 'errcode 40125 for wxfeedface00000001'],
    ['visit.daily of 2026-07-14 answered in 12 ms', 'visit.daily of 2026-07-14 answered in 12 ms'],
  ])('%s', (said, kept) => {
    expect(scrub(said)).toBe(kept)
  })
})

describe('the log', () => {
  it('writes one JSON line with level, time, facts and message', () => {
    const line = written(log => log.info({ route: 'readMe', status: 200 }, 'answered'))
    expect(JSON.parse(line)).toEqual({
      level: 'info',
      time: expect.any(Number),
      route: 'readMe',
      status: 200,
      msg: 'answered',
    })
  })

  it.each([
    ['a fact by its name', { token: TOKEN, secret: 's3cret-value', openid: OPENID }],
    ['a fact one level down', { body: { secret: 's3cret-value', session_key: OPENID } }],
    ['a long text', { url: `https://x.example/?access_token=${TOKEN}&secret=s3cret-value` }],
    ['an error', { error: new Error(`secret=s3cret-value ${OPENID}`) }],
    ['the cause of an error', { error: new Error('outer', { cause: new Error(`token: ${TOKEN}`) }) }],
    ['what a driver hangs on its error', { error: Object.assign(new Error('x'), { parameters: [TOKEN, OPENID] }) }],
    ['a thrown text', { error: `openid=${OPENID}` }],
  ])('never shows a secret in %s', (_where, facts) => {
    const text = written(log => log.error(facts, 'failed'))
    for (const secret of [TOKEN, OPENID, 's3cret-value']) expect(text).not.toContain(secret)
  })

  it('keeps what helps: name, message, stack and code of an error', () => {
    const text = written(log => log.error({ error: Object.assign(new TypeError('no row'), { code: '23505' }) }, 'x'))
    expect(JSON.parse(text).error).toMatchObject({ name: 'TypeError', message: 'no row', code: '23505' })
    expect(JSON.parse(text).error.stack).toContain('telemetry.test.ts')
  })
})

describe('the metrics', () => {
  it('count requests, refusals, calls to WeChat and the archive', async () => {
    const metrics = createMetrics({ process: false })
    metrics.served({ route: 'readMe', method: 'GET', status: 200, seconds: 0.002 })
    metrics.limited('general')
    metrics.call('/cgi-bin/stable_token', 'ok', 0.05)
    metrics.tokenRefresh('ok')
    metrics.retry('/cgi-bin/stable_token')
    metrics.queue(3)
    metrics.archive('hit', 4)
    const text = await metrics.exposition()
    for (const line of [
      'http_request_seconds_count{route="readMe",method="GET",status="200"} 1',
      'http_rate_limited_total{limit="general"} 1',
      'wechat_call_seconds_count{path="/cgi-bin/stable_token",outcome="ok"} 1',
      'wechat_token_refreshes_total{outcome="ok"} 1',
      'wechat_retries_total{path="/cgi-bin/stable_token"} 1',
      'wechat_queue 3',
      'archive_periods_total{outcome="hit"} 4',
    ]) {
      expect(text).toContain(line)
    }
  })

  it('of two servers in one process do not meet', async () => {
    const [one, other] = [createMetrics(), createMetrics()]
    one.limited('general')
    expect(await other.exposition()).not.toContain('limit="general"')
  })
})
