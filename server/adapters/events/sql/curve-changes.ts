import { curveLengths } from './curve-lengths.ts'
import { kept } from './temporary.ts'
import { bucketOf, dayOfInstant } from './time.ts'

const none = curveLengths.map(() => '0').join(', ')
const counts = ['views', 'people', 'sessions'] as const

const noPeople = curveLengths.map(length => `0 as n${length}`).join(', ')

/** SQL: what changed in each minute of a page (0: the app); `seen` tells of events, whether or not they change a number. */
const changes = `
  select app, 0 as page, ${bucketOf('happened', 1)} as minute, 1 as seen, is_view * is_new as views, 0 as sessions, ${noPeople} from points
  union all select app, path, ${bucketOf('happened', 1)}, 0, is_new, 0, ${none} from points where is_view = 1 and path <> 0
  union all select app, page, minute, 0, 0, 0, ${curveLengths.map(length => `n${length}`).join(', ')} from arose
  union all select app, page, ${bucketOf('start', 1)}, 0, 0, sessions, ${none} from (
    select app, 0 as page, start, 1 as sessions from begun union all select app, 0, start, -1 from begun_before
    union all select app, entry, start, 1 from begun where entry <> 0 union all select app, entry, start, -1 from begun_before where entry <> 0
  ) as began`

const sums = (names: readonly string[]) => names.map(name => `sum(${name}) as ${name}`).join(', ')

const bucketsOfLength = (length: number) =>
  `select app, ${length} as length, ${bucketOf('minute', length)} as bucket, page, sum(n${length}) as people, ${sums(['seen', 'views', 'sessions'])}
   from minute_changes group by app, ${bucketOf('minute', length)}, page`

/**
 * Adds what changed to the curves of the hours that `presence` knows. Buckets of older ones become `dirty`: they are
 * counted again out of raw events.
 */
export function changeCurves(low: number, hotSince: number): readonly string[] {
  const least = low - (low % 3_600_000)
  return [
    ...kept(
      'minute_changes',
      `select m.* from (
         select app, page, minute, ${dayOfInstant('minute')} as day, ${sums(['seen', 'views', 'sessions', ...curveLengths.map(length => `n${length}`)])}
         from (${changes}) as changes group by app, page, minute
       ) as m left join closed_days as closed on closed.app = m.app and closed.day = m.day where closed.app is null`,
    ),
    ...kept('bucket_changes', curveLengths.map(bucketsOfLength).join(' union all ')),
    `insert into dirty select distinct app, length, bucket from bucket_changes where bucket < ${hotSince} and (seen <> 0 or sessions <> 0)`,
    ...addTo('curves', Math.max(least, hotSince), 'c.page = 0'),
    ...addTo('page_curves', Math.max(least, hotSince), 'c.page <> 0'),
  ]
}

function addTo(table: 'curves' | 'page_curves', since: number, which: string): readonly string[] {
  const keys = table === 'curves' ? ['app', 'length', 'bucket'] : ['app', 'length', 'bucket', 'page']
  const same = keys.map(key => `c.${key} = ${table}.${key}`).join(' and ')
  const changed = `(${counts.map(count => `c.${count} <> 0`).join(' or ')})`
  return [
    `update ${table} set ${counts.map(count => `${count} = cast(${table}.${count} + c.${count} as integer)`).join(', ')}
     from bucket_changes as c where ${same} and ${which} and ${changed} and ${table}.bucket >= ${since}`,
    `insert into ${table} (${[...keys, ...counts].join(', ')})
     select ${[...keys, ...counts].map(name => `c.${name}`).join(', ')} from bucket_changes as c
       left join (select * from ${table} where bucket >= ${since}) as old on ${keys.map(key => `old.${key} = c.${key}`).join(' and ')}
     where old.app is null and ${which} and ${changed} and c.bucket >= ${since} order by ${keys.map(key => `c.${key}`).join(', ')}`,
  ]
}
