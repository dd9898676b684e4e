import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { letIn } from '../journeys/people.ts'
import { historyRead } from '../journeys/read.ts'
import { ADMIN, openSite, type Site } from '../journeys/site.ts'
import { BUILD_TIMEOUT, built } from '../support/built.ts'
import { openPhone } from '../support/weapp/index.ts'
import { type AppJson, type PageJson, routesOf } from '../support/weapp/package/manifest.ts'
import { readBuild } from '../support/weapp/package/read.ts'
import { walk } from './walk.ts'

const KB = 1024
/** Of one tap, whatever it does; `budgets.test.ts` knows the limit of each kind. */
const TAP_BYTES = 64 * KB
/** Pages that are not about an app, and what they are opened with. */
const PLAIN: Record<string, string> = {
  'pages/apps/index': 'choose=1',
  'pages/binding/index': '',
  'pages/signin/index': '',
  'pages/handoff/index': 'code=nobody-asked',
  'pages/invitation/index': 'code=AAAAAAAAAAAAAAAAAAAAAA',
  'access/profile/index': '',
  'access/notices/index': '',
}
/** Told as journeys of their own. */
const ENDS = /^确定(解绑|设为管理员)/
const retry = { role: 'button', name: '重试' }

const files = readBuild(await built('weapp'))
const json = <T>(file: string) => JSON.parse(files.get(`${file}.json`) ?? '{}') as T
const routes = routesOf(json<AppJson>('app'))
const pulled = routes.filter(route => json<PageJson>(route).enablePullDownRefresh)

describe('every page of the mini program', () => {
  let site: Site
  let dist: string

  beforeAll(async () => {
    dist = await built('weapp')
    site = await openSite()
    await historyRead(site)
    await letIn(site)
  }, BUILD_TIMEOUT)

  afterAll(() => site?.close())

  const open = () => openPhone({ dist, server: site.origin, login: () => site.code(ADMIN) })
  const urlOf = (route: string) => `/${route}?${PLAIN[route] ?? `appid=${site.app.appid}`}`

  it.each(routes)('%s answers a finger wherever it says that it does', { timeout: 120_000 }, async route => {
    const phone = await open()
    if (/pages.(handoff|invitation)/.test(route)) phone.expectFault(/404/)
    // the last admin stays
    if (/profile/.test(route)) phone.expectFault(/409/)
    const { touched, wrong } = await walk(phone, { url: urlOf(route), limit: TAP_BYTES, spared: ENDS })
    expect(wrong).toEqual([])
    expect(touched).not.toEqual([])
    await phone.close()
  })

  it.each(pulled)('%s asks again when it is pulled, and offers that when the server is down', async route => {
    const phone = await open()
    await phone.open(urlOf(route))
    await phone.pullDown()
    phone.serverDown(true)
    await phone.pullDown()
    await phone.find(retry)
    phone.serverDown(false)
    await phone.tap(retry)
    await phone.gone(retry)
    await phone.close()
  })
})
