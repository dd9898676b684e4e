import type { EventReports } from '../../../ports/event-reports.ts'
import type { EventDatabase, EventSql } from '../sql/database.ts'
import type { Standing } from '../standing.ts'
import { readCohorts } from './cohorts.ts'
import { countActive, readCurve } from './curve.ts'
import { readDayStanding } from './day-standing.ts'
import { readDevices } from './devices.ts'
import { readPages } from './pages.ts'
import type { Paths } from './paths.ts'
import { readEngagement, readScenes, readSourcePeople } from './scenes.ts'
import { readFirstDay, readVisits } from './visits.ts'

/** No app has this number: what is not known has no events. */
const NOBODY = 0
/** No page has this number: what nobody ever saw. */
const UNSEEN = -2

/** The counters' answers, by AppID. */
export function createReports(database: EventDatabase, standing: Standing, paths: Paths): EventReports {
  const numbers = new Map<string, number>()
  const of = <T>(appid: string, read: (sql: EventSql, app: number) => Promise<T>) =>
    database.read(async sql => read(sql, await numberOf(sql, appid)))

  /** An app keeps its number for ever. */
  async function numberOf(sql: EventSql, appid: string): Promise<number> {
    const known = numbers.get(appid)
    if (known !== undefined) return known
    const [row] = await sql.rows<{ app: number }>('select app from apps where appid = $1', [appid])
    if (row) numbers.set(appid, row.app)
    return row?.app ?? NOBODY
  }

  return {
    firstDay: appid => of(appid, readFirstDay),
    visits: (appid, granularity, periods) => of(appid, (sql, app) => readVisits(sql, app, granularity, periods)),
    scenes: (appid, from, to) => of(appid, (sql, app) => readScenes(sql, app, from, to)),
    sourcePeople: (appid, from, to) => of(appid, (sql, app) => readSourcePeople(sql, app, from, to)),
    engagement: (appid, from, to) => of(appid, (sql, app) => readEngagement(sql, app, from, to)),
    pages: (appid, from, to) => of(appid, (sql, app) => readPages(sql, app, from, to)),
    cohorts: (appid, ask) => of(appid, (sql, app) => readCohorts(sql, app, ask)),
    devices: (appid, from, to, users) => of(appid, (sql, app) => readDevices(sql, app, from, to, users)),
    curve: (appid, ask) =>
      of(appid, async (sql, app) =>
        readCurve(sql, paths, app, ask, ask.page === null ? 0 : await numberOfPath(sql, app, ask.page)),
      ),
    activeUsers: (appid, now) => of(appid, (sql, app) => countActive(sql, app, now)),
    countedAt: () => standing.countedAt(),
    dayStanding: appid => of(appid, async (sql, app) => readDayStanding(sql, app, await standing.countedAt())),
    version: appid => standing.version(appid),
  }
}

async function numberOfPath(sql: EventSql, app: number, path: string): Promise<number> {
  const [row] = await sql.rows<{ id: number }>(`select id from paths where app = ${app} and path = $1`, [path])
  return row?.id ?? UNSEEN
}
