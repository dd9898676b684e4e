import { expect } from 'vitest'
import { aPng } from '../support/made-pictures.ts'
import { bind, client, sampleApp } from '../support/whole-server.ts'
import type { Journey } from './journey.ts'
import { introduced } from './people.ts'

const NAME = '孙二管'
const HANDLE = 'sun_erguan'
const SECOND = 'second'

/** A second admin by two presses, seen by both; taken away again; the last one has no way out. */
export const secondAdmin: Journey = async (driver, site) => {
  const { appid } = site.app
  const second = await introduced(site, SECOND, NAME, HANDLE)
  await driver.open(`/access/grants/index?appid=${appid}`)
  await driver.tap({ role: 'button', name: '按微信号授权' })
  await driver.type({ role: 'textbox', name: '微信号' }, HANDLE)
  await driver.tap({ role: 'button', name: '查找' })
  await driver.see({ text: second.pin })
  await driver.tap({ role: 'button', name: `把 ${NAME} 设为管理员` })
  await driver.see({ part: '换密钥、解绑' })
  expect((await second.ask('GET', `/apps/${appid}/admins`)).status).toBe(404)
  await driver.tap({ role: 'button', name: '确定设为管理员' })
  await driver.see({ part: `${NAME} 现在是管理员` })
  await driver.see({ role: 'button', part: NAME })
  expect((await second.ask('GET', `/apps/${appid}/admins`)).json.admins).toHaveLength(2)

  await driver.tap({ role: 'button', name: `移除管理员 ${NAME}` })
  await driver.see({ part: '马上看不到这个应用' })
  await driver.tap({ selector: '.da-sheet .da-btn-danger' })
  await driver.see({ part: `已移除管理员 ${NAME}` })
  expect((await second.ask('GET', `/apps/${appid}/admins`)).status).toBe(404)
  await driver.gone({ role: 'button', name: `移除管理员 ${NAME}` })
  await driver.tap({ role: 'button', part: (await site.ask('GET', '/me')).json.nickname })
  await driver.see({ part: '唯一的管理员' })
  await driver.tap({ role: 'button', name: '知道了' })
  await driver.tap({ role: 'button', name: '记录' })
  await driver.see({ part: `移除了管理员 ${NAME}` })
}

/** Renamed, given a picture, refused a wrong secret in words, and unbound after a second question, with its history kept. */
export const settings: Journey = async (driver, site) => {
  driver.expectFault(/422|404/)
  const app = sampleApp(0x911)
  site.sandbox.configure(app)
  await bind(site.ask, app)
  await driver.open(`/pages/navigation/index?appid=${app.appid}`)
  await driver.tap({ role: 'button', part: '应用设置' })
  await driver.see({ part: app.appid })
  await driver.see({ part: '有效' })
  await driver.type({ role: 'textbox', name: '大家看到的名称' }, '改过的名字')
  await driver.tap({ role: 'button', name: '保存' })
  await driver.see({ part: '名称已改' })
  await driver.choosePicture({ role: 'button', name: '换头像' }, aPng())
  await driver.see({ role: 'button', name: '移除头像' })
  const shown = (await site.ask('GET', '/apps')).json.apps as { appid: string; avatarUrl: string | null }[]
  expect(shown.find(({ appid }) => appid === app.appid)?.avatarUrl).toMatch(/^\/api\/v1\/avatars\//)
  await driver.type({ role: 'textbox', name: 'AppSecret' }, '0'.repeat(32))
  await driver.tap({ role: 'button', name: '核对并更换' })
  await driver.see({ part: 'AppSecret 不对' })
  await driver.tap({ role: 'button', name: '解绑…' })
  await driver.see({ role: 'switch', name: '保留历史数据' })
  expect((await site.ask('GET', `/apps/${app.appid}/status`)).status).toBe(200)
  await driver.tap({ role: 'button', name: '确定解绑' })
  await driver.see({ part: '我管理的' })
  await driver.gone({ part: '改过的名字' })
  expect((await site.ask('GET', `/apps/${app.appid}/status`)).status).toBe(404)
  expect(await driver.kept()).not.toContain(app.appid)
}

/** A card that came outside the chat: nonsense is refused in words, the link opens who invites to what. */
export const enterCode: Journey = async (driver, site) => {
  const { json } = await site.ask('POST', `/apps/${site.app.appid}/invitations`, { scopes: ['overview'] })
  await driver.open('/pages/apps/index?choose=1')
  await driver.tap({ role: 'button', name: '输入邀请码' })
  await driver.type({ role: 'textbox', name: '邀请码或链接' }, 'https://example.com/')
  await driver.tap({ role: 'button', name: '打开邀请' })
  await driver.see({ part: '这里面没有邀请码' })
  await driver.type({ role: 'textbox', name: '邀请码或链接' }, `${site.origin}/#/${json.path}`)
  await driver.tap({ role: 'button', name: '打开邀请' })
  await driver.see({ part: '邀请你查看数据' })
  await driver.see({ part: site.app.name })
  expect(await driver.path()).toContain(`code=${json.code}`)
}

/** A section that is not open says so, and whom to ask. */
export const whomToAsk: Journey = async (driver, site) => {
  // before the list of apps is known a page asks, and the server decides
  driver.expectFault(/403/)
  const { appid } = site.app
  const { token } = await site.session(LIMITED)
  const me = await client(site.origin, token)('GET', '/me')
  await site.ask('POST', `/apps/${appid}/grants`, { userId: me.json.id, scopes: ['retention'] })
  const admin = (await site.ask('GET', '/me')).json.nickname as string
  try {
    await driver.open(`/reports/overview/index?appid=${appid}`)
    await driver.see({ part: '你还不能看数据概况' })
    await driver.see({ part: `想看更多，可以找管理员：${admin}` })
    await driver.open(`/pages/navigation/index?appid=${appid}`)
    await driver.see({ part: `想看更多，可以找管理员：${admin}` })
  } finally {
    await site.ask('DELETE', `/apps/${appid}/grants/${me.json.id}`)
  }
}

/** May look at one section only. */
export const LIMITED = 'limited'
