import { createLimits } from '../../server/http/limits.ts'
import { createAttention } from '../../server/usecases/attention.ts'
import { createPeriodFetcher } from '../../server/usecases/fetch-periods.ts'
import { createPeriodReader } from '../../server/usecases/read-periods.ts'
import { createReports } from '../../server/usecases/reports.ts'
import { addDays, addMonths, yesterdayOf } from '../../src/contract/periods.ts'
import { openAccessApp, type Somebody } from './access-app.ts'
import { visitAnswer } from './answers.ts'
import type { TestStores } from './database.ts'
import { at, FakeClock } from './fakes/clock.ts'
import { FakePauses } from './fakes/pauses.ts'
import { madeUpReports } from './report-answers.ts'

/**
 * The HTTP layer with the real reports over archives that are full: no call to WeChat is left to make.
 * @param numberOf the opens of an app, by its number and its day's distance from yesterday
 */
export async function fullPortfolio(
  opened: TestStores,
  apps: number,
  numberOf: (app: number, ago: number) => number,
  { webRoot = '/nowhere', requestRate = 1200 } = {},
) {
  const { stores } = opened
  const clock = new FakeClock(at('2026-07-15 16:00'))
  const { archive, remarks } = stores
  const unused = { ask: () => Promise.reject(new Error('WeChat is not asked')), remainingQuota: async () => null }
  const fetcher = createPeriodFetcher({ archive, datacube: unused, clock, onError: () => {} })
  const pauses = new FakePauses().start
  const reader = createPeriodReader({ archive, fetcher, clock, pauses, attention: createAttention(clock) })
  const reports = { ...createReports({ reader, archive, clock, remarks }), status: madeUpReports.status }
  const settings = {
    publicUrl: 'https://data.example.com',
    trustProxy: 0,
    metricsToken: null,
    pushToken: null,
    webRoot,
  }
  const site = openAccessApp(opened, { clock, reports, settings, limits: createLimits(requestRate) })
  const viewer: Somebody = await site.person('看客')
  const appids: string[] = []
  const admins: Somebody[] = []
  const yesterday = yesterdayOf(clock.now())
  const days = [...Array.from({ length: 15 }, (_, ago) => addDays(yesterday, -ago)), addMonths(yesterday, -1)]
  for (let app = 0; app < apps; app++) {
    const { appid, admin } = await site.bound(`应用${app}`)
    await site.grant(appid, admin, viewer)
    appids.push(appid)
    admins.push(admin)
    for (const [ago, period] of days.entries()) {
      const opens = numberOf(app, ago)
      const answer = visitAnswer(period, { session_cnt: opens, visit_pv: 2 * opens, visit_uv: opens, visit_uv_new: 1 })
      const key = { appid, report: 'visit.daily' as const, period }
      await archive.keep({ ...key, answer, hasData: true, fetchedAt: clock.now(), final: true, rechecked: false })
    }
  }
  return { site, viewer, appids, admins }
}
