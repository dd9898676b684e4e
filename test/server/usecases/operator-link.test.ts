import { describe, expect, it } from 'vitest'
import { LINK_MS, signLink, verifyLink } from '../../../server/domain/operator-link.ts'
import { fakeVault } from '../../support/fakes/wechat.ts'
import { openHttpApp, problemOf } from '../../support/http-app.ts'

const [newest = Buffer.alloc(0), older = Buffer.alloc(0)] = fakeVault.linkKeys()

function redeeming() {
  const http = openHttpApp()
  const link = { handle: 'operator_1', expiresAt: http.clock.now() + LINK_MS, nonce: 'n1' }
  const redeem = (code: string) => http.call('POST', '/session/links', { body: { code } })
  return { ...http, link, redeem }
}

describe("the operator's link", () => {
  it('signs a new person in, with the handle as name', async () => {
    const { link, redeem } = redeeming()
    const response = await redeem(signLink(link, newest))
    expect(response.status).toBe(200)
    expect(response.headers.get('cache-control')).toBe('no-store')
    expect(await response.json()).toMatchObject({ user: { nickname: 'operator_1', handle: 'operator_1' } })
  })

  it('signs the person in who has the handle already', async () => {
    const { link, redeem, signIn, people } = redeeming()
    await signIn('lin')
    await people.update('id-of-lin', { handle: 'operator_1' })
    expect(await (await redeem(signLink(link, newest))).json()).toMatchObject({ user: { id: 'id-of-lin' } })
  })

  it('works once, also when two come at once', async () => {
    const { link, redeem } = redeeming()
    const code = signLink(link, newest)
    const answers = await Promise.all([redeem(code), redeem(code)])
    expect(answers.map(answer => answer.status).toSorted()).toEqual([200, 410])
    expect((await problemOf(await redeem(code))).detail).toContain('已经用过')
  })

  it('ends after five minutes', async () => {
    const { link, redeem, clock } = redeeming()
    clock.advance(LINK_MS)
    expect((await problemOf(await redeem(signLink(link, newest)))).detail).toContain('已过期')
  })

  it('survives a rotation of the keys', async () => {
    const { link, redeem } = redeeming()
    expect((await redeem(signLink(link, older))).status).toBe(200)
  })

  it.each<[string, (code: string) => string]>([
    ['another key', () => signLink({ handle: 'root', expiresAt: 9e15, nonce: 'x' }, Buffer.alloc(32, 9))],
    [
      'another handle under the old proof',
      code => `${Buffer.from('["root",9e15,"x"]').toString('base64url')}.${code.split('.')[1]}`,
    ],
    ['no proof', code => `${code.split('.')[0]}.`],
    ['half a proof', code => code.slice(0, -10)],
    ['more than a proof', code => `${code}.x`],
    ['nonsense', () => '....'],
  ])('is refused with %s', async (_what, forge) => {
    const { link, redeem, people } = redeeming()
    const problem = await problemOf(await redeem(forge(signLink(link, newest))))
    expect([problem.status, problem.faults]).toEqual([422, ['/code code_refused']])
    expect(people.persons.size).toBe(0)
  })

  it('says what was signed, whatever the handle', () => {
    const link = { handle: '微信.号"\n', expiresAt: 17, nonce: 'n' }
    expect(verifyLink(signLink(link, newest), [newest])).toEqual(link)
  })
})
