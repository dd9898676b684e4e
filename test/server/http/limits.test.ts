import { describe, expect, it } from 'vitest'
import { addressOf, networkOf } from '../../../server/http/address.ts'
import { addressCounters, createLimits } from '../../../server/http/limits.ts'
import { systemRandom } from '../../../server/ports/random.ts'
import { openHttpApp, problemOf } from '../../support/http-app.ts'

async function times<T>(count: number, call: () => Promise<T>): Promise<T[]> {
  const answers: T[] = []
  for (let i = 0; i < count; i++) answers.push(await call())
  return answers
}

const counted = (answers: Response[]) => answers.map(answer => answer.status).filter(status => status !== 429).length

describe('the general rate', () => {
  it('is counted a person, wherever the calls come from', async () => {
    const { call, signIn } = openHttpApp({ limits: createLimits(5) })
    const token = await signIn('lin')
    let port = 0
    const answers = await times(7, () => call('GET', '/me', { token, address: `203.0.113.${port++}` }))
    expect(counted(answers)).toBe(5)
  })

  it('of one person does not touch another at the same address', async () => {
    const { call, signIn } = openHttpApp({ limits: createLimits(5) })
    const [lin, wang] = [await signIn('lin'), await signIn('wang')]
    await times(7, () => call('GET', '/me', { token: lin }))
    expect((await call('GET', '/me', { token: wang })).status).toBe(200)
  })

  it('is counted an address where nobody is known, made-up tokens too', async () => {
    const { call } = openHttpApp({ limits: createLimits(5) })
    const answers = await times(7, () => call('GET', '/me', { token: systemRandom.bytes(32).toString('base64url') }))
    expect(answers.map(answer => answer.status)).toEqual([401, 401, 401, 401, 401, 429, 429])
    expect((await call('GET', '/me', { address: '198.51.100.1' })).status).toBe(401)
  })

  it('says when to come back, is a problem, and is counted', async () => {
    const { call, limited } = openHttpApp({ limits: createLimits(1) })
    const [, refused] = await times(2, () => call('GET', '/me'))
    expect(Number(refused?.headers.get('retry-after'))).toBeGreaterThan(0)
    expect(Number(refused?.headers.get('retry-after'))).toBeLessThanOrEqual(60)
    expect(refused && (await problemOf(refused)).code).toBe('rate_limited')
    expect(limited).toEqual(['general'])
  })

  it('comes before everything else but the size', async () => {
    const { call, bind } = openHttpApp({ limits: createLimits(1) })
    const token = await bind('wxfeedface00000001')
    const answers = await times(2, () => call('POST', '/apps', { token, body: '{' }))
    expect(answers.map(answer => answer.status)).toEqual([400, 429])
  })
})

describe('signing in', () => {
  it('may be tried 300 times a minute', async () => {
    const { call } = openHttpApp()
    const answers = await times(301, () => call('POST', '/session', { body: { code: 'code-of-lin' } }))
    expect(counted(answers)).toBe(300)
  })

  it('may be refused 30 times a minute, then WeChat is asked no more', async () => {
    const { call, login } = openHttpApp()
    const answers = await times(31, () => call('POST', '/session', { body: { code: 'guess' } }))
    expect(answers.map(answer => answer.status)).toEqual([...Array(30).fill(422), 429])
    login.exchange = () => Promise.reject(new Error('asked'))
    expect((await call('POST', '/session', { body: { code: 'code-of-lin' } })).status).toBe(429)
    expect((await call('POST', '/session/links', { body: { code: 'x' } })).status).toBe(429)
  })

  it('is not slowed down by faults of shape', async () => {
    const { call } = openHttpApp()
    await times(40, () => call('POST', '/session', { body: { code: '' } }))
    expect((await call('POST', '/session', { body: { code: 'code-of-lin' } })).status).toBe(200)
  })
})

describe('an address', () => {
  it.each<[string | undefined, string | undefined, number, string]>([
    ['203.0.113.7', undefined, 0, '203.0.113.7'],
    ['203.0.113.7', '1.1.1.1', 0, '203.0.113.7'],
    ['10.0.0.1', '1.1.1.1', 1, '1.1.1.1'],
    ['10.0.0.1', '6.6.6.6, 1.1.1.1', 1, '1.1.1.1'],
    ['10.0.0.1', '6.6.6.6, 1.1.1.1, 10.0.0.2', 2, '1.1.1.1'],
    ['10.0.0.1', '1.1.1.1', 3, '1.1.1.1'],
    ['10.0.0.1', 'nonsense', 1, '10.0.0.1'],
    ['10.0.0.1', '', 1, '10.0.0.1'],
    ['::ffff:203.0.113.7', undefined, 0, '203.0.113.7'],
    [undefined, undefined, 0, 'unknown'],
  ])('of %s with X-Forwarded-For %s behind %i proxies is %s', (remote, forwarded, hops, address) => {
    expect(addressOf(remote, forwarded, hops)).toBe(address)
  })

  it.each([
    ['203.0.113.7', '203.0.113.7'],
    ['2001:db8::1', '2001:db8:0:0'],
    ['2001:db8:0:0:ffff::9', '2001:db8:0:0'],
    ['2001:0db8:0000:0001:0:0:0:9', '2001:db8:0:1'],
    ['::1', '0:0:0:0'],
    ['fe80::1%eth0', 'fe80:0:0:0'],
  ])('is counted as its network: %s as %s', (address, network) => {
    expect(networkOf(address)).toBe(network)
  })

  it('has one of a bounded number of counters', () => {
    const counterOf = addressCounters(systemRandom)
    const counters = new Set(Array.from({ length: 2000 }, (_, i) => counterOf(`10.1.${i >> 8}.${i & 255}`)))
    expect(counterOf('10.1.0.0')).toBe(counterOf('10.1.0.0'))
    expect(Math.max(...[...counters].map(counter => Number(counter.split(':')[1])))).toBeLessThan(65_536)
  })
})
