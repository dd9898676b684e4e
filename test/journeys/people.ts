import { client } from '../support/whole-server.ts'
import type { Site } from './site.ts'

/** A person who has told a name and a WeChat ID. */
export async function introduced(site: Site, person: string, nickname: string, handle: string) {
  const { token } = await site.session(person)
  const ask = client(site.origin, token)
  const { json } = await ask('PATCH', '/me', { nickname, handle })
  return { ask, id: json.id as string, pin: json.pin as string }
}

/** 授权 as it is in the middle of its life: two people who look, one of them not for long, and one who waits. */
export async function letIn(site: Site, appid = site.app.appid) {
  const soon = new Date(Date.now() + 36 * 3_600_000).toISOString()
  const looks = await introduced(site, 'chen', '陈屿', 'chen_yu88')
  const leaves = await introduced(site, 'wang', '王思远(运营外包-杭州青禾数据服务有限公司)', 'wang_siyuan')
  const waits = await introduced(site, 'zhou', '周然', 'zhou_ran')
  await site.ask('POST', `/apps/${appid}/grants`, { userId: looks.id, scopes: ['overview', 'visit', 'retention'] })
  await site.ask('POST', `/apps/${appid}/grants`, { userId: leaves.id, expiresAt: soon })
  await looks.ask('GET', `/apps/${appid}/reports/overview`)
  const card = await site.ask('POST', `/apps/${appid}/invitations`, { requireApproval: true })
  await waits.ask('POST', `/invitations/${card.json.code}/accept`)
}
