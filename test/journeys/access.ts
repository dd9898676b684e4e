import { expect } from 'vitest'
import type { Journey } from './journey.ts'
import { introduced } from './people.ts'
import type { Site } from './site.ts'

const COLLEAGUE = 'colleague'
const NAME = '林运营'
const HANDLE = 'lin_yunying'

const grantsOf = ({ app }: Site) => `/access/grants/index?appid=${app.appid}`

const colleague = (site: Site) => introduced(site, COLLEAGUE, NAME, HANDLE)

/** The heading of the list with so many more than those who look already. */
async function counted({ ask, app }: Site, more: number): Promise<string> {
  const { json } = await ask('GET', `/apps/${app.appid}/grants`)
  const others = (json.grants as { nickname: string }[]).filter(({ nickname }) => nickname !== NAME)
  return `已授权用户 (${others.length + more}/60)`
}

/** Two people at once: a card, an admin's word, a look, and the right taken while the numbers are on the other's screen. */
export const inviteAndRevoke: Journey = async (admin, site) => {
  const one = await counted(site, 1)
  const none = await counted(site, 0)
  await colleague(site)
  await admin.open(`/pages/navigation/index?appid=${site.app.appid}`)
  await admin.tap({ role: 'button', part: '授权' })
  await admin.see({ part: none })
  await admin.tap({ role: 'radio', name: '不含收入' })
  const card = await admin.sendCard()
  expect(card).toMatch(/^\/pages\/invitation\/index\?code=[\w-]{22}$/)

  const viewer = await admin.another(COLLEAGUE)
  try {
    viewer.expectFault(/404/)
    await viewer.open(card)
    await viewer.see({ part: site.app.name })
    await viewer.see({ part: '邀请你查看数据' })
    await viewer.see({ part: '收入、跨应用、导出' })
    await viewer.tap({ role: 'button', name: '接受邀请' })
    await viewer.see({ part: '已告诉管理员' })

    await admin.open(grantsOf(site))
    await admin.tap({ role: 'button', name: `确认 ${NAME}` })
    await admin.see({ part: one })

    await viewer.open('/pages/apps/index?choose=1')
    await viewer.tap({ role: 'button', part: site.app.name })
    await viewer.see({ role: 'group', name: '打开次数' })
    expect(await viewer.kept()).toContain(site.app.appid)

    await admin.tap({ role: 'button', part: `${NAME}` })
    await admin.tap({ role: 'button', name: '取消授权' })
    await admin.see({ part: `已取消 ${NAME} 的授权` })
    await admin.see({ part: none })

    await viewer.refresh()
    await viewer.see({ part: '看不到' })
    expect(await viewer.path()).toContain('/pages/apps/index')
    expect(await viewer.kept()).not.toContain(site.app.appid)
  } finally {
    await viewer.finish()
  }
}

/** The pin stands beside what a stranger says of himself; what was taken comes back the same. */
export const grantByHandle: Journey = async (driver, site) => {
  const one = await counted(site, 1)
  const none = await counted(site, 0)
  const { id, pin } = await colleague(site)
  await driver.open(grantsOf(site))
  await driver.tap({ role: 'button', name: '按微信号授权' })
  await driver.type({ role: 'textbox', name: '微信号' }, HANDLE)
  await driver.tap({ role: 'button', name: '查找' })
  await driver.see({ part: `自称 ${HANDLE}` })
  await driver.see({ text: pin })
  await driver.tap({ role: 'button', name: '核对过了，授权' })
  await driver.see({ part: one })
  await driver.tap({ role: 'button', name: `取消 ${NAME} 的授权` })
  await driver.see({ part: none })
  await driver.tap({ role: 'button', name: '撤销' })
  await driver.see({ part: one })
  const { json } = await site.ask('GET', `/apps/${site.app.appid}/grants`)
  expect(json.grants).toContainEqual(expect.objectContaining({ nickname: NAME, expiresAt: null }))
  await driver.tap({ role: 'button', name: '记录' })
  await driver.see({ part: `授权给 ${NAME}` })
  await site.ask('DELETE', `/apps/${site.app.appid}/grants/${id}`)
}

export const unknownCard: Journey = async driver => {
  driver.expectFault(/404/)
  await driver.open('/pages/invitation/index?code=AAAAAAAAAAAAAAAAAAAAAA')
  await driver.see({ part: '没有这张卡片' })
  await driver.tap({ role: 'button', name: '打开我的列表' })
  await driver.see({ part: '我管理的' })
}
