import { isOpen } from './closed.ts'
import { type CurveLength, curveLengths as lengths } from './curve-lengths.ts'
import { insertPageCurves } from './curves.ts'
import type { EventSql } from './database.ts'
import { keepAs } from './temporary.ts'
import { bucketOf, dayOfInstant } from './time.ts'
import { VIEW } from './walk.ts'

/** SQL: how many rows are their person's first ones in a bucket, for each length. */
const firsts = (previous: string) =>
  lengths
    .map(length => {
      const isFirst = `${previous} is null or ${bucketOf(previous, length)} <> ${bucketOf('happened', length)}`
      return `count(case when ${isFirst} then 1 end) as n${length}`
    })
    .join(', ')

/** What sums are is wider than what they hold, and every length is summed out of the one before. */
const sum = (name: string) => `cast(sum(${name}) as integer) as ${name.replace(/^m\./, '')}`
const sums = (from: readonly CurveLength[]) => from.map(length => sum(`n${length}`)).join(', ')
const none = lengths.map(() => '0').join(', ')

/** `minutes`: what each minute has, page by page (0: of the app). People of a longer bucket are those who were not in it before. */
export async function beginMinutes(sql: EventSql): Promise<void> {
  await sql.run('drop table if exists minutes')
  const people = lengths.map(length => `n${length} integer`).join(', ')
  await sql.run(
    `create temp table minutes (app integer, bucket bigint, page integer, views integer, sessions integer, ${people})`,
  )
}

/** Adds what is in `walked` and `visits`. */
export async function addMinutes(sql: EventSql): Promise<void> {
  await sql.run(
    `insert into minutes select app, ${bucketOf('happened', 1)}, 0, count(case when kind = ${VIEW} then 1 end), 0, ${firsts('previous_at')}
     from walked group by app, ${bucketOf('happened', 1)}`,
  )
  await sql.run(
    `insert into minutes select app, ${bucketOf('happened', 1)}, path, count(*), 0, ${firsts('seen_at')}
     from (select app, path, happened, lag(happened) over (partition by person, path order by happened) as seen_at from walked where kind = ${VIEW}) as seen
     group by app, ${bucketOf('happened', 1)}, path`,
  )
  await sql.run(
    `insert into minutes select app, ${bucketOf('start', 1)}, 0, 0, count(*), ${none} from visits group by app, ${bucketOf('start', 1)}`,
  )
  await sql.run(
    `insert into minutes select app, ${bucketOf('start', 1)}, entry, 0, count(*), ${none} from visits where entry <> 0 group by app, ${bucketOf('start', 1)}, entry`,
  )
}

/** Makes all curves out of `minutes`, each length out of the one before. */
export async function countCurvesAnew(sql: EventSql): Promise<void> {
  for (const table of ['curves', 'page_curves']) {
    await sql.run(`delete from ${table} where ${isOpen(`${table}.app`, dayOfInstant(`${table}.bucket`))}`)
  }
  let from = 'minutes'
  for (const [index, length] of lengths.entries()) {
    const left = lengths.slice(index)
    const open = index === 0 ? `where ${isOpen('m.app', dayOfInstant('m.bucket'))}` : ''
    const into = `buckets_of_${length}`
    await keepAs(
      sql,
      into,
      `select m.app as app, ${bucketOf('m.bucket', length)} as bucket, m.page as page, ${sum('m.views')}, ${sum('m.sessions')}, ${sums(left)}
       from ${from} as m ${open} group by m.app, ${bucketOf('m.bucket', length)}, m.page`,
    )
    await sql.run(`drop table ${from}`)
    await sql.run(
      `insert into curves select app, ${length}, bucket, views, n${length}, sessions from ${into} where page = 0 order by app, bucket`,
    )
    await keepAs(
      sql,
      'page_parts',
      `select app, bucket, page, views, n${length} as people, sessions from ${into} where page <> 0`,
    )
    await insertPageCurves(sql, length)
    from = into
  }
  await sql.run(`drop table ${from}`)
}
