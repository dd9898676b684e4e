import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { FoundUsers } from '../../../src/contract/access.ts'
import { type AccessApp, openAccessApp, type Somebody } from '../../support/access-app.ts'
import { openTestStores, type TestStores } from '../../support/database.ts'
import { fresh } from '../../support/suites/stores/made-up.ts'

let stores: TestStores
let site: AccessApp
let admin: Somebody
beforeAll(async () => {
  stores = await openTestStores()
  site = openAccessApp(stores)
  admin = (await site.bound()).admin
})
afterAll(() => stores.close())

const find = (handle: string, who = admin) => site.call(who, 'GET', `/users?handle=${encodeURIComponent(handle)}`)
const found = async (handle: string) => ((await (await find(handle)).json()) as FoundUsers).users

describe('a search by handle', () => {
  it('finds the one who declared it, says that nobody verified it, since when, and the pin to compare', async () => {
    const handle = fresh('lin_lin')
    const since = new Date(site.clock.now()).toISOString()
    const { id } = await site.person('林', handle)
    expect(await found(handle)).toEqual([
      { id, nickname: '林', avatarUrl: null, handle, pin: '0420', since, verified: false },
    ])
  })

  it('finds it in any case, never a part of it', async () => {
    const handle = fresh('Wang_wang')
    await site.person('王', handle)
    expect(await found(handle.toUpperCase())).toHaveLength(1)
    for (const other of [handle.slice(0, -1), `${handle}x`, handle.replace('_', '%'), '%', '_____', '王']) {
      expect(await found(other)).toEqual([])
    }
  })

  it('says since when anew when the handle becomes another, not when its letters grow', async () => {
    const handle = fresh('zhou_zhou')
    const person = await site.person('周', handle)
    const began = new Date(site.clock.now()).toISOString()
    site.clock.advance(60_000)
    await site.ask(person, 'PATCH', '/me', { handle: handle.toUpperCase() })
    expect((await found(handle))[0]?.since).toBe(began)
    const next = fresh('other_one')
    await site.ask(person, 'PATCH', '/me', { handle: next })
    expect((await found(next))[0]?.since).toBe(new Date(site.clock.now()).toISOString())
    expect(await found(handle)).toEqual([])
  })

  it('is for admins of any app alone', async () => {
    const [stranger, viewer] = [await site.person('路人'), await site.person('看客')]
    const { appid, admin: other } = await site.bound()
    await site.grant(appid, other, viewer)
    expect((await find('whoever', stranger)).status).toBe(403)
    expect((await find('whoever', viewer)).status).toBe(403)
    expect((await find('whoever', other)).status).toBe(200)
  })

  it('wants a handle', async () => {
    expect((await site.call(admin, 'GET', '/users')).status).toBe(422)
    expect((await find('')).status).toBe(422)
    expect((await find('x'.repeat(65))).status).toBe(422)
  })
})

describe('the rate', () => {
  it('of searches is 30 a minute a person, told with Retry-After and counted', async () => {
    const { admin: busy } = await site.bound()
    const before = site.limited.length
    const answers = await Promise.all(Array.from({ length: 33 }, (_, n) => find(`nobody_${n}`, busy)))
    const refused = answers.filter(answer => answer.status === 429)
    expect(refused).toHaveLength(3)
    expect(Number(refused[0]?.headers.get('retry-after'))).toBeGreaterThanOrEqual(1)
    expect(site.limited.slice(before)).toEqual(['users', 'users', 'users'])
    expect((await find('another', (await site.bound()).admin)).status).toBe(200)
  })

  it('of looking at and taking cards is 30 a minute a person', async () => {
    const person = await site.person('急')
    const statuses: number[] = []
    for (let n = 0; n < 17; n++) {
      statuses.push((await site.call(person, 'GET', `/invitations/${'A'.repeat(22)}`)).status)
      statuses.push((await site.call(person, 'POST', `/invitations/${'A'.repeat(22)}/accept`)).status)
    }
    expect(statuses.filter(status => status === 404)).toHaveLength(30)
    expect(statuses.filter(status => status === 429)).toHaveLength(4)
  })

  it('of looking at and taking cards is 300 a minute an address, however many persons there are', async () => {
    const address = '198.51.100.77'
    const people = await Promise.all(Array.from({ length: 11 }, (_, n) => site.person(`人${n}`)))
    const statuses: number[] = []
    for (const person of people) {
      for (let n = 0; n < 28; n++) {
        const answer = await site.call(person, 'GET', `/invitations/${'A'.repeat(22)}`, undefined, { address })
        statuses.push(answer.status)
      }
    }
    expect(statuses.filter(status => status === 404)).toHaveLength(300)
    expect(statuses.filter(status => status === 429)).toHaveLength(8)
  })
})
