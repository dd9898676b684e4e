import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { operatorAdmins } from '../../../server/usecases/operator-admins.ts'
import type { AuditPage } from '../../../src/contract/audit.ts'
import { type AccessApp, openAccessApp } from '../../support/access-app.ts'
import { openTestStores, type TestStores } from '../../support/database.ts'
import { fresh } from '../../support/suites/stores/made-up.ts'

let stores: TestStores
let site: AccessApp
beforeAll(async () => {
  stores = await openTestStores()
  site = openAccessApp(stores)
})
afterAll(() => stores.close())

const command = (...args: string[]) => operatorAdmins({ ...stores.stores, clock: site.clock }, args)

describe('npm run admins', () => {
  it('makes an admin of who has entered a handle, audited as the operator', async () => {
    const { appid } = await site.bound('青禾')
    const handle = fresh('lin_lin')
    const person = await site.person('林', handle)
    expect(await command('add', appid, handle.toUpperCase())).toBe(
      `Admins of 青禾 (${appid}) · 管理员:\n  (no handle)  陈管理\n  ${handle}  林`,
    )
    const { entries } = await site.ask<AuditPage>(person, 'GET', `/apps/${appid}/audit`)
    expect(entries[0]).toMatchObject({
      action: 'admin_add',
      actor: { id: 'operator', nickname: null },
      target: { id: person.id },
    })
  })

  it('lists them', async () => {
    const { appid } = await site.bound('青禾')
    expect(await command('list', appid)).toContain('陈管理')
  })

  it.each([
    [[], /^Usage/],
    [['add'], /^Usage/],
    [['add', 'wxfeedface00000001'], /^Usage/],
    [['remove', 'wxfeedface00000001', 'lin'], /^Usage/],
    [['add', 'wxfeedface00000001', 'lin', 'more'], /^Usage/],
    [['add', 'wxnotboundhere0000', 'linlin'], /not bound here/],
  ])('says in one line what is wrong with %j', async (args, words) => {
    await expect(command(...args)).rejects.toThrow(words)
  })

  it('knows nobody by a handle that nobody entered, and adds nobody twice', async () => {
    const { appid } = await site.bound()
    await expect(command('add', appid, 'nobody_here')).rejects.toThrow(/Nobody has entered/)
    const handle = fresh('twice_in')
    await site.person('林', handle)
    await command('add', appid, handle)
    await expect(command('add', appid, handle)).rejects.toThrow(/admin of .* already/)
  })
})
