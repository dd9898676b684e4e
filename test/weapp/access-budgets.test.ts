import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { letIn } from '../journeys/people.ts'
import { ADMIN, openSite, type Site } from '../journeys/site.ts'
import { BUILD_TIMEOUT, built } from '../support/built.ts'
import { openPhone, type Phone, type Target } from '../support/weapp/index.ts'
import { type Cost, costOf, isOver, type Limit, tableOf } from './costs.ts'
import { CLOSE, controlsIn, languageOf, PLAIN_TAP, TABLE_CHANGE } from './limits.ts'

let site: Site
let dist: string

beforeAll(async () => {
  dist = await built('weapp')
  site = await openSite()
  await letIn(site)
}, BUILD_TIMEOUT)

afterAll(() => site?.close())

describe.each(['zh-CN', 'en'] as const)('what letting people in and 我的 cost a phone in %s', locale => {
  const { say, button, radio } = controlsIn(locale)
  let phone: Phone
  const costs: Cost[] = []

  const open = async () => {
    phone = await openPhone({ dist, server: site.origin, login: () => site.code(ADMIN), language: languageOf(locale) })
  }
  const measure = async (what: string, limit: Limit, act: () => Promise<unknown>) => {
    const cost = await costOf(phone, what, limit, act)
    costs.push(cost)
    return cost
  }
  const within = (...measured: Cost[]) => expect(measured.filter(isOver)).toEqual([])

  afterAll(() => void process.stdout.write(`\n${locale}\n${tableOf(costs)}\n`))

  it('keeps 授权 small', async () => {
    await open()
    await phone.open(`/access/grants/index?appid=${site.app.appid}`)
    const row: Target = { role: 'button', part: '陈屿' }
    const measured = [
      await measure('grants: another preset', PLAIN_TAP, () => phone.tap(radio('仅概况'))),
      await measure('grants: one section more', PLAIN_TAP, () => phone.tap({ role: 'checkbox', name: say('留存') })),
      await measure('grants: another end', PLAIN_TAP, () => phone.tap(radio('30 天'))),
      await measure('grants: open a viewer', TABLE_CHANGE, () => phone.tap(row)),
      await measure('grants: close it', PLAIN_TAP, () => phone.tap(CLOSE)),
      await measure('grants: open the search', PLAIN_TAP, () => phone.tap(button('按微信号授权'))),
      await measure('grants: close it', PLAIN_TAP, () => phone.tap(CLOSE)),
      await measure('grants: open an admin', TABLE_CHANGE, () => phone.tap({ role: 'button', part: '微信用户' })),
      await measure('grants: close it', PLAIN_TAP, () => phone.tap(CLOSE)),
      await measure('grants: revoke', TABLE_CHANGE, () => phone.tap({ role: 'button', name: say('取消 陈屿 的授权') })),
      await measure('grants: undo', TABLE_CHANGE, () => phone.tap(button('撤销'))),
    ]
    await phone.close()
    within(...measured)
  })

  it('keeps 应用设置 and the code of a card small', async () => {
    await open()
    await phone.open(`/access/settings/index?appid=${site.app.appid}`)
    const measured = [
      await measure('settings: type a name', PLAIN_TAP, () =>
        phone.type({ role: 'textbox', name: say('大家看到的名称') }, '青禾生鲜'),
      ),
      await measure('settings: open the way out', PLAIN_TAP, () => phone.tap(button('解绑…'))),
      await measure('settings: keep nothing', PLAIN_TAP, () =>
        phone.tap({ role: 'switch', name: say('保留历史数据') }),
      ),
      await measure('settings: close it', PLAIN_TAP, () => phone.tap(CLOSE)),
    ]
    await phone.open('/pages/apps/index?choose=1')
    measured.push(
      await measure('list: open the code', PLAIN_TAP, () => phone.tap(button('输入邀请码'))),
      await measure('list: a wrong one', PLAIN_TAP, () =>
        phone.type({ role: 'textbox', name: say('邀请码或链接') }, 'nothing'),
      ),
      await measure('list: close it', PLAIN_TAP, () => phone.tap(CLOSE)),
    )
    await phone.close()
    within(...measured)
  })

  it('keeps 我的 small', async () => {
    await open()
    await phone.open('/access/profile/index')
    const nickname: Target = { role: 'textbox', name: say('昵称') }
    const measured = [
      await measure('profile: type a name', PLAIN_TAP, () => phone.type(nickname, '林知远')),
      await measure('profile: open the deletion', PLAIN_TAP, () => phone.tap(button('删除账号'))),
      await measure('profile: close it', PLAIN_TAP, () => phone.tap(CLOSE)),
      await measure('profile: a picture', PLAIN_TAP, () => phone.tap(button('换头像'))),
      await measure('profile: none again', PLAIN_TAP, () => phone.tap(button('移除头像'))),
      await measure('profile: dark', PLAIN_TAP, () => phone.tap(radio('深色'))),
      await measure('profile: as the system', PLAIN_TAP, () => phone.tap(radio('跟随系统'))),
    ]
    await phone.close()
    within(...measured)
  })

  it('keeps 消息 small', async () => {
    await open()
    await phone.open('/pages/apps/index?choose=1')
    const measured = [await measure('notices: from the list', TABLE_CHANGE, () => phone.tap(button('消息')))]
    await phone.back()
    measured.push(await measure('notices: and back, all read', PLAIN_TAP, () => phone.settle()))
    await phone.close()
    within(...measured)
  })
})
