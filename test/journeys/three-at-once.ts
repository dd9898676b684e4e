import { expect } from 'vitest'
import type { Journey } from './journey.ts'
import { introduced } from './people.ts'

const VIEWER = 'reader'
const STRANGER = 'passer-by'
const NAME = '钱读者'

/** An admin, a viewer and a stranger with a device each: one card lets in one of two, the other sees nothing before and after, and the one who was let in is put out. */
export const threeAtOnce: Journey = async (admin, site) => {
  const { appid, name } = site.app
  const overview = `/reports/overview/index?appid=${appid}`
  await introduced(site, VIEWER, NAME, 'qian_reader')
  await admin.open(`/access/grants/index?appid=${appid}`)
  await admin.tap({ role: 'switch', name: '接受后由我确认' })
  const card = await admin.sendCard()
  const viewer = await admin.another(VIEWER)
  const stranger = await admin.another(STRANGER)
  for (const one of [viewer, stranger]) one.expectFault(/404|410/)
  try {
    await stranger.open(overview)
    await stranger.see({ part: '看不到' })
    await viewer.open(card)
    await stranger.open(card)
    await stranger.see({ part: name })
    await viewer.tap({ role: 'button', name: '接受邀请' })
    await viewer.see({ role: 'group', name: '打开次数' })
    await stranger.tap({ role: 'button', name: '接受邀请' })
    await stranger.see({ part: '这张卡片不能用了' })
    await stranger.open(overview)
    await stranger.see({ part: '看不到' })
    expect(await stranger.kept()).not.toContain(`${appid}/`)

    await admin.open(`/access/grants/index?appid=${appid}`)
    await admin.see({ part: NAME })
    await admin.tap({ role: 'button', name: `取消 ${NAME} 的授权` })
    await admin.see({ part: `已取消 ${NAME} 的授权` })
    await viewer.refresh()
    await viewer.see({ part: '看不到' })
    expect(await viewer.kept()).not.toContain(`${appid}/`)
    await admin.open(overview)
    await admin.see({ role: 'group', name: '打开次数' })
  } finally {
    await viewer.finish()
    await stranger.finish()
  }
}
