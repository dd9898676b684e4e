import type { EventSql } from './database.ts'
import { firstsOfDays } from './day-firsts.ts'
import { schema } from './schema.ts'
import { keepSharers } from './sharers.ts'

/**
 * What each version of the store adds to the one before; the first makes it. A step that was ever released stays as it
 * is. @see upgrade
 */
export const steps: readonly (readonly string[])[] = [
  schema,
  [
    // curves that are kept up event by event
    `create table starts (app integer, person bigint, start bigint, last bigint, entry integer, entry_at bigint, entry_seq bigint,
       entry_arrival bigint, entry_place integer)`,
    'create table presence (app integer, page integer, person bigint, minute bigint)',
    /** People by the minute in which their first session of the day begins, or the day itself. */
    'create table day_firsts (app integer, bucket bigint, people integer)',
    /** People who shared on a day, by how many days before they had done so last; gap 0: never. */
    'create table day_sharers (app integer, day integer, page integer, gap integer, people integer)',
    'create table hot (since bigint)',
    'create table day_marks (arrival bigint)',
    'create table day_counted (app integer, version bigint)',
    'create table outdated (since integer)',
    // of days whose raw events are gone, nothing more is known of entries
    'insert into starts select app, person, start, last, entry, start, 0, 0, 0 from sessions',
    firstsOfDays,
    keepSharers('person_days', 'page_days'),
    'insert into outdated select 2 from marks limit 1',
  ],
  ['alter table day_marks add column counted_at bigint'],
]

/**
 * Brings a store up to date, inside the transaction in which it is opened: all of it or nothing.
 * @param isMade whether there is a store already; one from before versions were told is of the first
 * @throws when a later version of this program wrote the store
 */
export async function upgrade(
  sql: EventSql,
  isMade: boolean,
  indexes: readonly (readonly string[])[] = [],
): Promise<void> {
  await sql.run('create table if not exists versions (version integer)')
  const [told] = await sql.rows<{ version: number | null }>('select max(version) as version from versions')
  const version = told?.version ?? (isMade ? 1 : 0)
  if (version > steps.length)
    throw new Error(
      `the event store is of version ${version}, this program knows ${steps.length} at most: start a program as new as the one that wrote it`,
    )
  for (const [index, statements] of steps.entries()) {
    if (index < version) continue
    for (const statement of [...statements, ...(indexes[index] ?? [])]) await sql.run(statement)
  }
  if (told?.version === steps.length) return
  await sql.run('delete from versions')
  await sql.run(`insert into versions values (${steps.length})`)
}
