import { type EventContext, eventTypes, type RecentEvent } from '../../ports/events.ts'
import type { EventSql } from './sql/database.ts'

type Row = Omit<RecentEvent, 'type' | 'env'> & { kind: number; env: string | null }

/** The newest events of an app, of any `env`, as they came. */
export async function readRecent(sql: EventSql, appid: string, limit: number) {
  const rows = await sql.rows<Row>(
    `select e.happened as "at", e.received as "receivedAt", e.kind as kind, p.path as path, e.name as name, e.scene as scene,
       c.env as env, c.platform as platform, c.app_version as "appVersion", e.visitor as visitor
     from (select * from events where app = (select app from apps where appid = $1) order by arrival desc, place desc limit ${limit}) as e
     join contexts as c on c.id = e.context left join paths as p on p.app = e.app and p.id = e.path
     order by e.arrival desc, e.place desc`,
    [appid],
  )
  const [last] = await sql.rows<{ at: number | null }>(
    'select max(happened) as "at" from events where app = (select app from apps where appid = $1)',
    [appid],
  )
  const recent = rows.map(({ kind, env, ...row }): RecentEvent => {
    return { ...row, type: eventTypes[kind] ?? 'custom', env: (env ?? 'release') as EventContext['env'] }
  })
  return { lastEventAt: last?.at ?? null, recent }
}
