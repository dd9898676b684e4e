import { expect } from 'vitest'
import { aPng } from '../support/made-pictures.ts'
import type { Journey } from './journey.ts'
import { introduced } from './people.ts'
import { ADMIN, type Site } from './site.ts'

const PROFILE = '/access/profile/index'
const LIMIT_BYTES = 256 * 1024

const grantsOf = ({ app }: Site) => `/access/grants/index?appid=${app.appid}`

/** Who says a WeChat ID and reads the pin under 我的 is found by both; one's own account goes after a word of warning. */
export const introduceOneself: Journey = async (newcomer, site) => {
  await newcomer.open('/pages/apps/index?choose=1')
  await newcomer.tap({ role: 'button', name: '我的' })
  await newcomer.type({ role: 'textbox', name: '昵称' }, '赵新来')
  await newcomer.type({ role: 'textbox', name: '微信号' }, 'zhao_xinlai')
  await newcomer.tap({ role: 'button', name: '保存' })
  await newcomer.see({ part: '已保存' })
  const pin = (await newcomer.text({ selector: '.da-pin' })).trim()
  expect(pin).toMatch(/^\d{4}$/)

  const admin = await newcomer.another(ADMIN)
  try {
    await admin.open(grantsOf(site))
    await admin.tap({ role: 'button', name: '按微信号授权' })
    await admin.type({ role: 'textbox', name: '微信号' }, 'zhao_xinlai')
    await admin.tap({ role: 'button', name: '查找' })
    await admin.see({ part: '自称 zhao_xinlai' })
    await admin.see({ text: pin })

    admin.expectFault(/409/)
    await admin.open('/access/profile/index')
    await admin.tap({ role: 'button', name: '删除账号' })
    await admin.tap({ role: 'button', name: '删除我的账号' })
    await admin.see({ part: `你是「${site.app.name}」的最后一位管理员` })
  } finally {
    await admin.finish()
  }

  await newcomer.tap({ role: 'button', name: '删除账号' })
  await newcomer.see({ part: '会删除' })
  await newcomer.tap({ role: 'button', name: '删除我的账号' })
  await newcomer.see({ part: '账号已删除' })
  expect(await newcomer.kept()).not.toContain('zhao_xinlai')
  const { json } = await site.ask('GET', '/users?handle=zhao_xinlai')
  expect(json.users).toEqual([])
}

/** A picture is on the screen and on the server once it is taken; what is none, or too heavy, is told in words. */
export const showOneself: Journey = async (driver, site) => {
  const { ask } = await introduced(site, 'photographer', '孙摄影', 'sun_sheying')
  const choose = { role: 'button', name: '换头像' }
  await driver.open(PROFILE)
  await driver.see({ role: 'textbox', name: '昵称' })
  // the browser's own control stays out of sight
  await driver.gone({ selector: 'input[type=file]' })
  await driver.choosePicture(choose, Buffer.from('<svg onload="alert(1)">'.repeat(3)))
  await driver.see({ part: '不是能用的图片' })
  await driver.choosePicture(choose, Buffer.concat([aPng(), Buffer.alloc(LIMIT_BYTES)]).fill(0, 40))
  await driver.see({ part: '图片太大' })
  expect((await ask('GET', '/me')).json.avatarUrl).toBeNull()

  await driver.choosePicture(choose, aPng())
  await driver.see({ part: '已保存' })
  await driver.see({ selector: '.da-face .da-ava-img' })
  const { avatarUrl } = (await ask('GET', '/me')).json
  expect(avatarUrl).toMatch(/^\/api\/v1\/avatars\//)
  expect((await fetch(site.origin + avatarUrl)).headers.get('content-type')).toBe('image/png')

  await driver.tap({ role: 'button', name: '移除头像' })
  await driver.gone({ selector: '.da-face .da-ava-img' })
  expect((await ask('GET', '/me')).json.avatarUrl).toBeNull()
}

/** Nothing of the person stays on the device, and nobody is signed in again by the next opening alone. */
export const signOutHere: Journey = async (driver, site) => {
  const overview = `/reports/overview/index?appid=${site.app.appid}`
  await driver.open(overview)
  await driver.see({ role: 'group', name: '打开次数' })
  await driver.gone({ selector: '.da-sk' })
  expect(await driver.kept()).toContain(site.app.appid)
  await driver.open(PROFILE)
  await driver.tap({ role: 'button', name: '退出登录' })
  await driver.gone({ role: 'textbox', name: '昵称' })
  expect(await driver.path()).toContain('/pages/signin/index')
  const kept = await driver.kept()
  expect(kept).not.toContain(site.app.appid)
  expect(kept).not.toContain('token')

  await driver.reopen(overview)
  await driver.gone({ role: 'group', name: '打开次数' })
  expect(await driver.path()).toContain('/pages/signin/index')
  if (driver.platform === 'h5') return
  await driver.see({ part: '你已退出登录' })
  await driver.tap({ role: 'button', name: '用微信登录' })
  await driver.see({ role: 'group', name: '打开次数' })
}

/** A viewer gives a right back: nothing of the app stays on the device, and the admins see it. */
export const leaveAnApp: Journey = async (driver, site) => {
  const { appid, name } = site.app
  const { id } = await introduced(site, 'leaver', '钱离开', 'qian_likai')
  await site.ask('POST', `/apps/${appid}/grants`, { userId: id })
  await driver.open(`/reports/overview/index?appid=${appid}`)
  await driver.see({ role: 'group', name: '打开次数' })
  await driver.tap({ role: 'button', name: '打开导航' })
  await driver.tap({ role: 'button', name: '退出这个应用' })
  await driver.see({ part: `退出「${name}」` })
  await driver.tap({ role: 'button', name: '确认退出' })
  await driver.see({ part: '还没有可以看的小程序' })
  expect(await driver.kept()).not.toContain(appid)
  const { json } = await site.ask('GET', `/apps/${appid}/grants`)
  expect(JSON.stringify(json)).not.toContain(id)
}

/** What is done to one's rights is told under 消息, with a dot until it was seen; a tap leads to it. */
export const readNotices: Journey = async (driver, site) => {
  const { appid, name } = site.app
  const { id, ask } = await introduced(site, 'told', '吴知晓', 'wu_zhixiao')
  await driver.open('/pages/apps/index?choose=1')
  await driver.tap({ role: 'button', name: '消息' })
  await driver.see({ part: '还没有消息' })
  if (driver.platform === 'weapp') {
    // one consent is one message
    await driver.tap({ role: 'button', name: '再收一次' })
    await driver.see({ part: '还能收 1 条' })
  }

  await site.ask('POST', `/apps/${appid}/grants`, { userId: id, scopes: ['overview'] })
  await driver.reopen('/pages/apps/index?choose=1')
  await driver.tap({ role: 'button', name: '消息 1 条未读' })
  await driver.see({ part: `授权你查看「${name}」` })
  await driver.see({ selector: '.da-unread' })
  await driver.tap({ role: 'button', part: `授权你查看「${name}」` })
  await driver.see({ role: 'group', name: '打开次数' })
  expect((await ask('GET', '/me/notices')).json.unread).toBe(0)

  await driver.open('/pages/apps/index?choose=1')
  await driver.tap({ role: 'button', name: '消息' })
  await driver.see({ part: `授权你查看「${name}」` })
  await driver.gone({ selector: '.da-unread' })

  // more than a page of them
  for (let times = 0; times < 26; times += 1) {
    await site.ask('PATCH', `/apps/${appid}/grants/${id}`, { scopes: ['overview', 'visit'] })
    await site.ask('PATCH', `/apps/${appid}/grants/${id}`, { scopes: ['overview'] })
  }
  await site.ask('DELETE', `/apps/${appid}/grants/${id}`)
  await driver.reopen('/access/notices/index')
  await driver.see({ part: `取消了你在「${name}」的授权` })
  await driver.tap({ role: 'button', name: '更早的消息' })
  await driver.see({ part: `授权你查看「${name}」` })
}

/** Who was erased by another device leaves nothing on this one either. */
export const erasedElsewhere: Journey = async (driver, site) => {
  driver.expectFault(/40[14]/)
  const { appid } = site.app
  const { id, ask } = await introduced(site, 'twice', '郑两地', 'zheng_liangdi')
  await site.ask('POST', `/apps/${appid}/grants`, { userId: id })
  const overview = `/reports/overview/index?appid=${appid}`
  await driver.open(overview)
  await driver.see({ role: 'group', name: '打开次数' })
  await driver.gone({ selector: '.da-sk' })
  expect(await driver.kept()).toContain(`view.${id}`)
  await ask('DELETE', '/me')
  await driver.reopen(overview)
  if (driver.platform === 'h5') await driver.see({ part: '用手机登录' })
  else await driver.see({ part: '还没有可以看的小程序' })
  expect(await driver.kept()).not.toContain(`view.${id}`)
}

/** Dark and light are chosen by hand, and stay chosen. */
export const chooseColours: Journey = async driver => {
  await driver.open(PROFILE)
  await driver.tap({ role: 'radio', name: '深色' })
  await driver.see({ selector: '.da-screen.theme-dark' })
  await driver.reopen('/pages/apps/index?choose=1')
  await driver.see({ selector: '.da-screen.theme-dark' })
  await driver.open(PROFILE)
  await driver.tap({ role: 'radio', name: '跟随系统' })
  await driver.gone({ selector: '.da-screen.theme-dark' })
}
