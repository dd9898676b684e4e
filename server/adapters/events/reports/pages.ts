import type { Day } from '../../../../src/contract/periods.ts'
import type { PageCounts } from '../../../ports/event-reports.ts'
import { otherPages } from '../../../ports/event-reports.ts'
import type { EventSql } from '../sql/database.ts'
import { OTHER_PAGES } from '../sql/pages-a-bucket.ts'
import { numberOfDay } from './day-numbers.ts'

/** The pages of a range: sums of their days; people out of when each had seen the page last. */
export function readPages(sql: EventSql, app: number, from: Day, to: Day): Promise<PageCounts[]> {
  const first = numberOfDay(from)
  const days = `app = ${app} and day >= ${first} and day <= ${numberOfDay(to)}`
  return sql.rows<PageCounts>(
    `select case when n.page = ${OTHER_PAGES} then '${otherPages}' else p.path end as path, n.views as views,
       coalesce(g.people, 0) as people, cast(n.stay as double precision) / 1000 as "staySeconds", n.entries as entries, n.departures as exits,
       n.shares as shares, coalesce(s.sharers, 0) as sharers
     from (select page, cast(sum(views) as bigint) as views, cast(sum(stay) as bigint) as stay, cast(sum(entries) as bigint) as entries,
             cast(sum(departures) as bigint) as departures, cast(sum(shares) as bigint) as shares
           from day_pages where ${days} group by page) as n
     left join (select page, cast(sum(people) as bigint) as people from day_gaps
           where ${days} and page <> 0 and (gap = 0 or gap > day - ${first}) group by page) as g on g.page = n.page
     left join (select page, cast(sum(people) as bigint) as sharers from day_sharers
           where ${days} and page <> 0 and (gap = 0 or gap > day - ${first}) group by page) as s on s.page = n.page
     left join paths as p on p.app = ${app} and p.id = n.page
     order by n.views desc, path`,
  )
}
