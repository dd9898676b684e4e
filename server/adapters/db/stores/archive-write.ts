import { type Kysely, sql } from 'kysely'
import { CLOCK_TOLERANCE_MS } from '../../../domain/lifetimes.ts'
import type { Answered, Attempt } from '../../../ports/archive.ts'
import type { Tables } from '../tables.ts'

/** The app's row, held against unbinding until the end of the statement; no row, and so no write, once it is unbound. */
const boundApp = (appid: string) => sql`select appid from apps where appid = ${appid} for key share`

/** Counts the writes; readers go by it. */
const bumped = (writes: number) => sql`
  insert into archive_versions (appid, version) select appid, ${writes}::bigint from app
  on conflict (appid) do update set version = archive_versions.version + excluded.version`

/** One column of the answers, in their order. */
const column = <Name extends keyof Answered>(answers: readonly Answered[], name: Name) =>
  sql`${answers.map(answer => answer[name])}`

/**
 * Keeps answers of one app, each of another period, as they came: entries, revisions and version in one statement, which
 * is one round trip and one sync. `known` is read before the entries are written, since those draw from it. A reading
 * older than the one we have changes nothing but the claim, unless the one we have came from a clock that was ahead.
 */
export async function keepAnswers(db: Kysely<Tables>, appid: string, answers: readonly Answered[]): Promise<void> {
  await sql`
    with app as (${boundApp(appid)}),
    said as (
      select * from unnest(
        ${column(answers, 'report')}::text[], ${column(answers, 'period')}::text[], ${column(answers, 'answer')}::text[],
        ${column(answers, 'hasData')}::boolean[], ${column(answers, 'fetchedAt')}::bigint[],
        ${column(answers, 'final')}::boolean[], ${column(answers, 'rechecked')}::boolean[]
      ) as said (report, period, answer, has_data, fetched_at, final, rechecked)
    ),
    known as (
      select archive.* from archive join said using (report, period) where archive.appid = ${appid}
      order by archive.report, archive.period for update of archive
    ),
    reading as (
      select app.appid, said.*, known.answer as known_answer, known.fetched_at as known_at,
        coalesce(known.answer <> said.answer, false) as differs
      from app cross join said left join known using (report, period)
      where known.fetched_at is null or known.fetched_at <= said.fetched_at
        or known.fetched_at > said.fetched_at + ${CLOCK_TOLERANCE_MS}::bigint
    ),
    late as (
      update archive set claimed_until = null
      where appid in (select appid from app)
        and (report, period) in (select report, period from said except select report, period from reading)
    ),
    revision as (
      insert into archive_revisions (appid, report, period, answer, fetched_at, replaced_at)
      select appid, report, period, known_answer, known_at, fetched_at from reading where differs
      on conflict do nothing
    ),
    kept as (
      insert into archive (appid, report, period, answer, has_data, fetched_at, final, rechecked, attempted_at, outcome)
      select appid, report, period, answer, has_data, fetched_at, final, rechecked, fetched_at, 'answered'
      from reading order by report, period
      on conflict (appid, report, period) do update set
        answer = excluded.answer,
        has_data = excluded.has_data,
        fetched_at = excluded.fetched_at,
        final = excluded.final,
        rechecked = excluded.rechecked,
        attempted_at = excluded.attempted_at,
        outcome = excluded.outcome,
        revised = archive.revised or coalesce(archive.answer <> excluded.answer, false),
        claimed_until = null
    )
    ${bumped(answers.length)}`.execute(db)
}

/** Notes an attempt that gave no answer; what was known stays. */
export async function noteAttempt(db: Kysely<Tables>, attempt: Attempt): Promise<void> {
  await sql`
    with app as (${boundApp(attempt.appid)}),
    noted as (
      insert into archive (appid, report, period, attempted_at, outcome)
      select appid, ${attempt.report}, ${attempt.period}, ${attempt.at}::bigint, ${attempt.outcome} from app
      on conflict (appid, report, period) do update set
        attempted_at = excluded.attempted_at,
        outcome = excluded.outcome,
        claimed_until = null
    )
    ${bumped(1)}`.execute(db)
}
