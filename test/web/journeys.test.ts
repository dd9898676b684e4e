import { describe, expect, it } from 'vitest'
import { demoApp } from '../../server/sandbox/index.ts'
import { at, front } from './demo.ts'
import { onScreen } from './on-screen.ts'

const { appid, name } = demoApp.freshShop
const OVERVIEW = `/reports/overview/index?appid=${appid}`

/** Monday and Sunday of the last week that is over in China. */
function lastFinishedWeek() {
  const today = new Date(Date.now() + 8 * 3_600_000)
  const dayOf = (daysBack: number) => new Date(today.getTime() - daysBack * 86_400_000).toISOString().slice(0, 10)
  const sinceSunday = today.getUTCDay() || 7
  return { from: dayOf(sinceSunday + 6), to: dayOf(sinceSunday) }
}

describe('the web app in the demo', () => {
  const on = onScreen()

  it('leads an admin from the list to yesterday, with the numbers of the API', async () => {
    const screen = await on.enter('admin')
    const { page } = screen
    await front(page).getByRole('button', { name }).first().click()
    const cards = front(page).getByRole('group', { name: '数据概况' })
    const ask = await on.demo.ask('admin')
    const { json } = await ask('GET', `/apps/${appid}/reports/overview`)
    const { metrics } = json.data.latest ?? json.data
    for (const [id, label] of [
      ['session_cnt', '打开次数'],
      ['visit_pv', '访问次数'],
      ['visit_uv', '访问人数'],
      ['visit_uv_new', '新访问人数'],
      ['visit_total', '累计访问人数'],
    ]) {
      const { value } = metrics.find((metric: { id: string }) => metric.id === id)
      const card = cards.getByRole('group', { name: label, exact: true })
      await expect.poll(() => card.innerText(), { message: label }).toContain(value.toLocaleString('en'))
    }
  })

  it('shows another metric in the trend card', async () => {
    const screen = await on.enter('admin')
    const { page } = screen
    await page.goto(at(on.demo.origin, OVERVIEW))
    await front(page).getByRole('button', { name: '访问人数 选择指标' }).click()
    await page.getByRole('dialog').getByRole('button', { name: '访问次数', exact: true }).click()
    await expect.poll(() => front(page).getByRole('region', { name: '访问次数', exact: true }).count()).toBe(1)
  })

  it('goes on to the trend by weeks and back', async () => {
    const screen = await on.enter('admin')
    const { page } = screen
    await page.goto(at(on.demo.origin, OVERVIEW))
    await front(page).getByRole('button', { name: '打开导航' }).click()
    await front(page).getByRole('button', { name: '用户趋势' }).click()
    await front(page).getByRole('radio', { name: '打开次数' }).click()
    await front(page).getByRole('radio', { name: '周' }).click()
    const table = front(page).getByRole('table')
    const { from, to } = lastFinishedWeek()
    const ask = await on.demo.ask('admin')
    const { json } = await ask('GET', `/apps/${appid}/reports/trend?granularity=week&from=${from}&to=${to}`)
    const opens: number = json.data.points[0].values.session_cnt
    await expect.poll(() => table.innerText()).toContain(opens.toLocaleString('en'))
    await page.goBack()
    await expect.poll(() => front(page).getByRole('group', { name: '数据概况' }).count()).toBe(1)
  })

  it('opens on the last view without network', async () => {
    const screen = await on.enter('admin')
    const { page, context, expectFault } = screen
    await page.goto(at(on.demo.origin, OVERVIEW))
    const card = front(page).getByRole('group', { name: '打开次数', exact: true })
    await expect.poll(() => card.innerText()).toMatch(/\d/)
    const before = await card.innerText()
    expectFault(/ERR_INTERNET_DISCONNECTED|ERR_FAILED|console\.error: Failed to load resource/)
    await context.route('**/api/**', route => route.abort('internetdisconnected'))
    await page.reload()
    await expect.poll(() => front(page).getByRole('group', { name: '打开次数', exact: true }).innerText()).toBe(before)
    await expect.poll(() => front(page).getByText('现在没有网络').count()).toBe(1)
  })

  it.each([
    ['a wrong secret', demoApp.flowers.appid, '0'.repeat(32), 'AppSecret 不对'],
    ['an unknown AppID', 'wx0000000000000000', '0'.repeat(32), '微信不认识这个 AppID'],
    ['a frozen account', demoApp.secretFrozen.appid, demoApp.secretFrozen.secret, '被微信冻结'],
    ['a blocked address', demoApp.addressRefused.appid, demoApp.addressRefused.secret, 'IP白名单'],
    ['a game', demoApp.game.appid, demoApp.game.secret, '不是所选的类型'],
  ])('names %s when binding', async (_what, id, secret, words) => {
    const screen = await on.enter('admin')
    const { page, expectFault } = screen
    expectFault(/422 POST \/api\/v1\/apps|status of 422/)
    await page.goto(at(on.demo.origin, '/pages/binding/index'))
    await page.getByLabel('AppID', { exact: true }).fill(id)
    await page.getByLabel('AppSecret', { exact: true }).fill(secret)
    await page.getByLabel('名称', { exact: true }).fill('样例')
    await front(page).getByRole('button', { name: '绑定', exact: true }).click()
    await expect.poll(() => front(page).getByText(words).count()).toBeGreaterThan(0)
  })

  it('shows a stranger nothing', async () => {
    const screen = await on.enter('stranger')
    const { page, expectFault } = screen
    await expect.poll(() => front(page).getByText('还没有可以看的小程序').count()).toBe(1)
    expectFault(/404 GET \/api\/v1\/apps\/|status of 404/)
    await page.goto(at(on.demo.origin, OVERVIEW))
    await expect.poll(() => front(page).getByText('看不到这个应用了').count()).toBe(1)
    expect(await page.content()).not.toContain(name)
  })

  it('speaks English when the browser does', async () => {
    const screen = await on.enter('admin', { locale: 'en' })
    await expect.poll(() => front(screen.page).getByText('Managed by me').count()).toBe(1)
    expect(await screen.page.getAttribute('html', 'lang')).toBe('en')
  })

  it('forgets everything when one signs out', async () => {
    const screen = await on.enter('admin')
    const { page } = screen
    await page.goto(at(on.demo.origin, OVERVIEW))
    await expect.poll(() => front(page).getByRole('group', { name: '打开次数', exact: true }).innerText()).toMatch(/\d/)
    await front(page).getByRole('button', { name: '打开导航' }).click()
    await front(page).getByRole('button', { name: '退出登录' }).click()
    await page.waitForURL(url => url.hash.includes('signin'))
    const kept = await page.evaluate(() => JSON.stringify({ ...localStorage }))
    expect(kept).not.toContain(appid)
    expect(kept).not.toMatch(/"token"/)
  })
})
