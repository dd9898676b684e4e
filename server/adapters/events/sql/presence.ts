import { curveLengths } from './curve-lengths.ts'
import { kept } from './temporary.ts'
import { bucketOf } from './time.ts'

const HOUR_MS = 3_600_000
const minute = bucketOf('happened', 1)

/** SQL: who was where (page 0: in the app; else with a view of the page) in which minute, of rows like `points`. */
export const presenceOf = (from: string) =>
  `select app, 0 as page, person, ${minute} as minute from ${from}
   union select app, path, person, ${minute} from ${from} where is_view = 1 and path <> 0`

/**
 * SQL: rows of `from` by app, page and minute: how many are their person's only ones in a bucket, for each length. A row
 * is not when the person was there in the bucket already (`stayed`) or has an earlier row in it.
 */
const firstOnes = (from: string, sign: 1 | -1) => {
  const isFirst = (length: number) => {
    const differs = (other: string) =>
      `(${other} is null or ${bucketOf(other, length)} <> ${bucketOf('minute', length)})`
    return `case when ${['before', 'after'].map(differs).join(' and ')} then ${sign} else 0 end as n${length}`
  }
  return `select app, page, minute, ${curveLengths.map(isFirst).join(', ')} from (
      select f.app as app, f.page as page, f.minute as minute,
        max(case when o.minute < f.minute then o.minute end) as before, min(case when o.minute > f.minute and o.has_stayed = 1 then o.minute end) as after
      from ${from} as f left join (
        select app, page, person, minute, 1 as has_stayed from stayed union all select app, page, person, minute, 0 from ${from}
      ) as o on o.app = f.app and o.page = f.page and o.person = f.person and o.minute <> f.minute
      group by f.app, f.page, f.person, f.minute
    ) as placed`
}

/**
 * `arose`: how the people of each minute and page change, for each length; `presence` follows. Of the hours alone of
 * which `presence` knows everything, those since `hotSince`.
 */
export function changePresence(low: number, hotSince: number, hasMoved: boolean): readonly string[] {
  const since = Math.max(hotSince, low - (low % HOUR_MS))
  const isMoved = (p: string) =>
    `exists (select 1 from moved as m where m.app = ${p}.app and m.device = ${p}.person and ${p}.minute >= ${bucketOf('m.low', 1)})`
  const there = `select p.app as app, p.page as page, p.person as person, p.minute as minute from presence as p
    join (select distinct app, page, person from here) as h on h.app = p.app and h.page = p.page and h.person = p.person
    where p.minute >= ${since}`
  const thereOfMoved = `select p.app, p.page, p.person, p.minute from presence as p join moved as m on m.app = p.app and m.device = p.person
    where p.minute >= ${since}`
  return [
    ...kept('here', `select * from (${presenceOf('points')}) as p where minute >= ${hotSince}`),
    ...(hasMoved
      ? [
          ...kept('there', `${there} union ${thereOfMoved}`),
          ...kept('stayed', `select * from there where not ${isMoved('there')}`),
          ...kept('gone', `select * from there where ${isMoved('there')}`),
        ]
      : kept('stayed', there)),
    ...kept(
      'come',
      `select h.app as app, h.page as page, h.person as person, h.minute as minute from here as h
         left join stayed as s on s.app = h.app and s.page = h.page and s.person = h.person and s.minute = h.minute where s.app is null`,
    ),
    ...kept('arose', `${firstOnes('come', 1)} ${hasMoved ? `union all ${firstOnes('gone', -1)}` : ''}`),
    ...(hasMoved
      ? [
          `delete from presence using gone as g where g.app = presence.app and g.page = presence.page and g.person = presence.person and g.minute = presence.minute`,
        ]
      : []),
    'insert into presence (app, page, person, minute) select app, page, person, minute from come',
  ]
}
