import { openDatabase } from '../../server/adapters/db/database.ts'
import { createHashKeyStore } from '../../server/adapters/db/hash-key-store.ts'
import { createStores } from '../../server/adapters/db/stores.ts'
import { createVault } from '../../server/adapters/vault/vault.ts'
import { answeredOf } from '../../server/domain/answered.ts'
import type { DatacubeReport } from '../../server/domain/datacube.ts'
import type { Archive } from '../../server/ports/archive.ts'
import { createAttention } from '../../server/usecases/attention.ts'
import { createPeriodFetcher } from '../../server/usecases/fetch-periods.ts'
import { createPeriodReader } from '../../server/usecases/read-periods.ts'
import { createReports } from '../../server/usecases/reports.ts'
import { addDays, type Day, periodsBetween } from '../../src/contract/periods.ts'
import { distributionAnswer, page, pagesAnswer, visitAnswer } from '../support/answers.ts'
import { openTestStores, type TestStores, testMasterKey } from '../support/database.ts'
import { at, FakeClock } from '../support/fakes/clock.ts'
import { FakeDatacube } from '../support/fakes/datacube.ts'
import { FakePauses } from '../support/fakes/pauses.ts'
import { startPostgres } from '../support/postgres.ts'
import { bound } from '../support/suites/stores/made-up.ts'
import { type Figure, figure, median } from './table.ts'

const NEWEST = '2026-07-14'
const ROUNDS = 25
/** Days that the ranges move over. */
const ROOM = ROUNDS * 2

const rowsOfPages = Array.from({ length: 200 }, (_, n) => page(`pages/section${n % 7}/page${n}`, 9_000 - n, n % 50))
const buckets = (count: number) => Object.fromEntries(Array.from({ length: count }, (_, n) => [n + 1, 100 + n]))
const lists = {
  access_source_session_cnt: buckets(57),
  access_source_visit_uv: buckets(57),
  access_staytime_info: buckets(8),
  access_depth_info: buckets(7),
}
const numbers = {
  session_cnt: 17,
  visit_pv: 1_700_000,
  visit_uv: 10,
  visit_uv_new: 4,
  stay_time_uv: 187.3,
  stay_time_session: 110.1765,
  visit_depth: 2.4706,
}

const answers: Partial<Record<DatacubeReport, { days: number; of: (day: Day) => string }>> = {
  'visit.daily': { days: 366 + ROOM, of: day => visitAnswer(day, numbers) },
  'pages.daily': { days: 90 + ROOM, of: day => pagesAnswer(day, rowsOfPages) },
  'distribution.daily': { days: 90 + ROOM, of: day => distributionAnswer(day, lists) },
}

const daysBack = (count: number, end = NEWEST) => periodsBetween('day', addDays(end, 1 - count), end)

async function fill(archive: Archive, appid: string): Promise<void> {
  const fetchedAt = at('2026-07-20 16:00')
  for (const [report, { days, of }] of Object.entries(answers)) {
    for (const day of daysBack(days)) {
      const answer = of(day.name)
      await archive.keep(answeredOf(appid, report as DatacubeReport, day, answer, { askedAt: fetchedAt, fetchedAt }))
    }
  }
}

/** Reports over ranges that were read before but never asked for, beside a bare read of the same rows, on both engines. */
export async function warmRanges(): Promise<Figure[]> {
  const embedded = await figuresOn('embedded', await openTestStores())
  const server = await startPostgres()
  try {
    return [...embedded, ...(await figuresOn('PostgreSQL', await openOn(await server.createDatabase())))]
  } finally {
    await server.stop()
  }
}

async function openOn(url: string): Promise<TestStores> {
  const db = await openDatabase({ url, dataDir: '/nowhere' })
  const vault = await createVault({ masterKeys: [testMasterKey], hashKeyStore: createHashKeyStore(db.kysely) })
  return { db, vault, stores: createStores(db, vault), close: db.close }
}

async function figuresOn(engine: string, opened: TestStores): Promise<Figure[]> {
  try {
    const { archive, remarks } = opened.stores
    const clock = new FakeClock(at('2026-07-20 16:00'))
    const fetcher = createPeriodFetcher({
      archive,
      datacube: new FakeDatacube(),
      clock,
      onError: error => {
        throw error
      },
    })
    const attention = createAttention(clock)
    const reader = createPeriodReader({ archive, fetcher, clock, pauses: new FakePauses().start, attention })
    const reports = createReports({ archive, clock, reader, remarks })
    const { appid } = await bound(opened)
    await fill(archive, appid)

    const of = (days: number, end: Day) => ({ appid, source: 'wechat', from: addDays(end, 1 - days), to: end }) as const
    const measures = [
      [
        'trend of 366 days',
        366,
        5,
        'visit.daily',
        (end: Day) => reports.trend({ ...of(366, end), granularity: 'day' }),
      ],
      ['pages of 90 days of 200 rows', 90, 20, 'pages.daily', (end: Day) => reports.pages(of(90, end))],
      ['sources of 90 days', 90, 10, 'distribution.daily', (end: Day) => reports.sources(of(90, end))],
    ] as const
    const figures: Figure[] = []
    for (const [name, days, limit, report, ask] of measures) {
      for (const day of daysBack(ROOM)) if (day.name > addDays(NEWEST, -3)) await ask(day.name)
      await ask(addDays(NEWEST, -ROOM))
      const ours: number[] = []
      const bare: number[] = []
      for (let round = 1; round <= ROUNDS; round++) {
        const end = addDays(NEWEST, -2 * round)
        ours.push(await timed(() => ask(end)))
        bare.push(await timed(() => bareRead(opened.db.kysely, appid, report, days, end)))
      }
      const [own, least] = [median(ours), median(bare)]
      figures.push(
        figure(
          `warm ${name}, each call another range, ${engine}`,
          own,
          { atMost: limit },
          tenths,
          `a bare read of the same rows: ${tenths(least)}`,
        ),
      )
    }
    return figures
  } finally {
    await opened.close()
  }
}

type Kysely = Awaited<ReturnType<typeof openTestStores>>['db']['kysely']

const bareRead = (db: Kysely, appid: string, report: DatacubeReport, days: number, end: Day) =>
  db
    .selectFrom('archive')
    .selectAll()
    .where('appid', '=', appid)
    .where('report', '=', report)
    .where(
      'period',
      'in',
      daysBack(days, end).map(day => day.name),
    )
    .execute()

async function timed(work: () => Promise<unknown>): Promise<number> {
  const began = performance.now()
  await work()
  return performance.now() - began
}

const tenths = (ms: number) => `${ms.toFixed(1)} ms`
