import { type Kysely, sql } from 'kysely'
import { CLOCK_TOLERANCE_MS } from '../../../domain/lifetimes.ts'
import type { Answered, ArchiveKey, Attempt } from '../../../ports/archive.ts'
import type { Tables } from '../tables.ts'

/** The app's row, held against unbinding until the end of the statement; no row, and so no write, once it is unbound. */
const boundApp = ({ appid }: ArchiveKey) => sql`select appid from apps where appid = ${appid} for key share`

/** Counts the write; readers go by it. */
const bumped = sql`
  insert into archive_versions (appid, version) select appid, 1 from app
  on conflict (appid) do update set version = archive_versions.version + 1`

/**
 * Keeps an answer as it came: entry, revision and version in one statement, which is one round trip and one sync.
 * `known` is read before the entry is written, since that draws from it. A reading older than the one we have changes
 * nothing but the claim, unless the one we have came from a clock that was ahead.
 */
export async function keepAnswer(db: Kysely<Tables>, entry: Answered): Promise<void> {
  const { report, period, answer, hasData, fetchedAt, final, rechecked } = entry
  await sql`
    with app as (${boundApp(entry)}),
    known as (
      select * from archive where appid = ${entry.appid} and report = ${report} and period = ${period} for update
    ),
    reading as (
      select app.appid, ${answer}::text as answer, ${fetchedAt}::bigint as fetched_at,
        known.answer as known_answer, known.fetched_at as known_at,
        coalesce(known.answer <> ${answer}::text, false) as differs
      from app left join known on true
      where known.fetched_at is null or known.fetched_at <= ${fetchedAt}::bigint
        or known.fetched_at > ${fetchedAt + CLOCK_TOLERANCE_MS}::bigint
    ),
    late as (
      update archive set claimed_until = null
      where appid in (select appid from app except select appid from reading)
        and report = ${report} and period = ${period}
    ),
    revision as (
      insert into archive_revisions (appid, report, period, answer, fetched_at, replaced_at)
      select appid, ${report}, ${period}, known_answer, known_at, fetched_at from reading where differs
      on conflict do nothing
    ),
    kept as (
      insert into archive (appid, report, period, answer, has_data, fetched_at, final, rechecked, attempted_at, outcome)
      select appid, ${report}, ${period}, answer, ${hasData}, fetched_at, ${final}, ${rechecked}, fetched_at, 'answered'
      from reading
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
    ${bumped}`.execute(db)
}

/** Notes an attempt that gave no answer; what was known stays. */
export async function noteAttempt(db: Kysely<Tables>, attempt: Attempt): Promise<void> {
  await sql`
    with app as (${boundApp(attempt)}),
    noted as (
      insert into archive (appid, report, period, attempted_at, outcome)
      select appid, ${attempt.report}, ${attempt.period}, ${attempt.at}::bigint, ${attempt.outcome} from app
      on conflict (appid, report, period) do update set
        attempted_at = excluded.attempted_at,
        outcome = excluded.outcome,
        claimed_until = null
    )
    ${bumped}`.execute(db)
}
