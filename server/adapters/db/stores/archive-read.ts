import { type Kysely, type Selectable, sql } from 'kysely'
import type { DatacubeReport } from '../../../domain/datacube.ts'
import type { ArchiveEntry, ArchiveRevision, AttemptOutcome, PeriodStanding } from '../../../ports/archive.ts'
import type { Tables } from '../tables.ts'

type Row = Omit<Selectable<Tables['archive']>, 'claimed_until'>

const toEntry = (row: Row): ArchiveEntry => ({
  appid: row.appid,
  report: row.report,
  period: row.period,
  answer: row.answer,
  hasData: row.has_data,
  fetchedAt: row.fetched_at,
  final: row.final,
  rechecked: row.rechecked,
  attemptedAt: row.attempted_at,
  outcome: row.outcome,
  revised: row.revised,
})

/** From mild to bad; an outcome's place says how much it matters. */
const outcomesByWeight: AttemptOutcome[] = [
  'answered',
  'unsupported',
  'not_ready',
  'failed',
  'throttled',
  'unkept',
  'quota',
  'ip_not_allowed',
  'secret_refused',
  'account_frozen',
]

/** The archive of an app as far as it is bound: what outlived an unbinding stays out of sight. */
const visible = (db: Kysely<Tables>, appid: string) =>
  db.selectFrom('archive').innerJoin('apps', 'apps.appid', 'archive.appid').where('archive.appid', '=', appid)

/** Rows that hold a claim and nothing else yet are no entries. */
const entriesOf = (db: Kysely<Tables>, appid: string, report: DatacubeReport, periods: string[]) =>
  visible(db, appid)
    .where('report', '=', report)
    .where('period', '=', sql<string>`any(${periods}::text[])`)
    .where('attempted_at', 'is not', null)
    .orderBy('period')

/** PostgreSQL's own mark of a row's state: the transaction that wrote it. */
const stamp = sql<string>`archive.xmin::text`.as('stamp')

export interface StampedEntry {
  entry: ArchiveEntry
  /** Another one after every write of the row. */
  stamp: string
}

export async function readStampedEntries(
  db: Kysely<Tables>,
  appid: string,
  report: DatacubeReport,
  periods: string[],
): Promise<StampedEntry[]> {
  if (periods.length === 0) return []
  const rows = await entriesOf(db, appid, report, periods).selectAll('archive').select(stamp).execute()
  return rows.map(row => ({ entry: toEntry(row), stamp: row.stamp }))
}

/** The stamps of entries by period, without what makes them heavy. */
export async function readStamps(db: Kysely<Tables>, appid: string, report: DatacubeReport, periods: string[]) {
  if (periods.length === 0) return new Map<string, string>()
  const rows = await entriesOf(db, appid, report, periods).select(['period', stamp]).execute()
  return new Map(rows.map(row => [row.period, row.stamp]))
}

export async function readEntries(db: Kysely<Tables>, appid: string, report: DatacubeReport, periods: string[]) {
  if (periods.length === 0) return []
  const rows = await entriesOf(db, appid, report, periods).selectAll('archive').execute()
  return rows.map(toEntry)
}

/** Whether the app is bound or not. */
export async function readKeptEntries(
  db: Kysely<Tables>,
  appid: string,
  report: DatacubeReport,
  periods: string[],
): Promise<ArchiveEntry[]> {
  const rows = await db
    .selectFrom('archive')
    .selectAll()
    .where('appid', '=', appid)
    .where('report', '=', report)
    .where('period', '=', sql<string>`any(${periods}::text[])`)
    .where('attempted_at', 'is not', null)
    .execute()
  return rows.map(toEntry)
}

/** Names of days sort as the days do. */
export async function newestWithData(db: Kysely<Tables>, appid: string, report: DatacubeReport, before: string) {
  const row = await visible(db, appid)
    .select('period')
    .where('report', '=', report)
    .where('period', '<', before)
    .where('has_data', '=', true)
    .orderBy('period', 'desc')
    .limit(1)
    .executeTakeFirst()
  return row?.period ?? null
}

export async function readStandings(
  db: Kysely<Tables>,
  appid: string,
  report: DatacubeReport,
  periods: string[],
): Promise<PeriodStanding[]> {
  if (periods.length === 0) return []
  const rows = await visible(db, appid)
    .select(['period', 'outcome', 'attempted_at', sql<boolean>`answer is not null`.as('answered')])
    .where('report', '=', report)
    .where('period', '=', sql<string>`any(${periods}::text[])`)
    .where('attempted_at', 'is not', null)
    .orderBy('period')
    .execute()
  return rows.map(row => ({
    period: row.period,
    outcome: row.outcome,
    attemptedAt: row.attempted_at,
    isAnswered: row.answered,
  }))
}

export async function summarise(db: Kysely<Tables>, appid: string) {
  const weight = sql<number>`array_position(${outcomesByWeight}::text[], outcome)`
  const rows = await visible(db, appid)
    .select(['report', rows => rows.fn.max('fetched_at').as('newest'), sql<number | null>`max(${weight})`.as('worst')])
    .where('attempted_at', 'is not', null)
    .groupBy('report')
    .orderBy('report')
    .execute()
  return rows.map(row => ({
    report: row.report,
    newestFetchedAt: row.newest,
    lastOutcome: row.worst === null ? null : (outcomesByWeight[row.worst - 1] ?? null),
  }))
}

/** What periods said before, newest first. */
export async function readRevisions(
  db: Kysely<Tables>,
  appid: string,
  report: DatacubeReport,
  periods: string[],
): Promise<ArchiveRevision[]> {
  if (periods.length === 0) return []
  const rows = await db
    .selectFrom('archive_revisions')
    .innerJoin('apps', 'apps.appid', 'archive_revisions.appid')
    .select(['period', 'answer', 'fetched_at', 'replaced_at'])
    .where('archive_revisions.appid', '=', appid)
    .where('report', '=', report)
    .where('period', '=', sql<string>`any(${periods}::text[])`)
    .orderBy('replaced_at', 'desc')
    .orderBy('period', 'desc')
    .execute()
  return rows.map(row => ({
    period: row.period,
    answer: row.answer,
    fetchedAt: row.fetched_at,
    replacedAt: row.replaced_at,
  }))
}
