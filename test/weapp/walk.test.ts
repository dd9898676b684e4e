import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { ADMIN, openSite, type Site } from '../journeys/site.ts'
import { mayRemain } from '../journeys/timers.ts'
import { BUILD_TIMEOUT, built } from '../support/built.ts'
import { openPhone } from '../support/weapp/index.ts'
import { walk } from './walk.ts'

const KB = 1024
const REPORTS = ['overview', 'trend', 'sources', 'engagement', 'pages', 'retention', 'portrait', 'performance']

describe('every control of the mini program', () => {
  let site: Site
  let dist: string

  beforeAll(async () => {
    dist = await built('weapp')
    site = await openSite()
  }, BUILD_TIMEOUT)

  afterAll(() => site?.close())

  const phoneOf = (person: string | null) =>
    openPhone({ dist, server: site.origin, login: () => (person === null ? null : site.code(person)) })

  it.each([
    '/pages/apps/index?choose=1',
    '/pages/binding/index',
    '/pages/navigation/index?appid=',
    ...REPORTS.map(report => `/reports/${report}/index?appid=`),
  ])('does something on %s', { timeout: 240_000 }, async path => {
    const phone = await phoneOf(ADMIN)
    const { touched, wrong } = await walk(phone, {
      url: path.endsWith('=') ? path + site.app.appid : path,
      limit: 24 * KB,
    })
    if (process.env.WALK) process.stdout.write(`${path}: ${touched.length}\n  ${touched.join('\n  ')}\n`)
    expect(wrong).toEqual([])
    expect(touched.length).toBeGreaterThan(1)
    await phone.close({ mayRemain })
  })
})
