const gaps = 'app, day, page, coalesce(day - previous, 0), count(*)'

/**
 * SQL: people who shared on a day (page 0: anything; else from that page) by how many days before they had done so last;
 * gap 0: never. @param people days like `person_days` @param pages days like `page_days`
 */
export const keepSharers = (people: string, pages: string) =>
  `insert into day_sharers select ${gaps} from (
     select p.app as app, p.day as day, 0 as page, p.person as person, max(e.day) as previous
     from ${people} as p left join person_days as e on e.app = p.app and e.person = p.person and e.day < p.day and e.shares > 0
     where p.shares > 0 group by p.app, p.day, p.person
     union all select p.app, p.day, p.page, p.person, max(e.day)
     from ${pages} as p left join page_days as e on e.app = p.app and e.person = p.person and e.page = p.page and e.day < p.day and e.shares > 0
     where p.shares > 0 and p.page <> 0 group by p.app, p.day, p.page, p.person
   ) as shared group by app, day, page, coalesce(day - previous, 0) order by 1, 2, 3, 4`
