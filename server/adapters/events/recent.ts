import { type EventContext, eventTypes, type RecentEvent } from '../../ports/events.ts'
import type { EventSql } from './sql/database.ts'
import { hotSince } from './sql/hot.ts'
import { lastMark } from './sql/marks.ts'

type Row = Omit<RecentEvent, 'type' | 'env'> & { kind: number; env: string | null }

/** An app that sends has its newest events among those of so many batches. */
const NEAR_BATCHES = 10_000

/**
 * The newest events of an app, of any `env`, as they came. Looked for at the end of the store first, which costs the
 * same however long it is; only of an app that was silent for long is all of it read.
 */
export async function readRecent(sql: EventSql, appid: string, limit: number) {
  const [known] = await sql.rows<{ app: number }>('select app from apps where appid = $1', [appid])
  if (!known) return { lastEventAt: null, recent: [] }
  const { app } = known
  const near = await newest(sql, app, limit, `arrival > ${(await lastMark(sql, 'marks')) - NEAR_BATCHES}`)
  const rows = near.length < limit ? await newest(sql, app, limit, 'true') : near
  const recent = rows.map(({ kind, env, ...row }): RecentEvent => {
    return { ...row, type: eventTypes[kind] ?? 'custom', env: (env ?? 'release') as EventContext['env'] }
  })
  if (recent.length === 0) return { lastEventAt: null, recent }
  const lately = await lastIn(sql, app, `happened >= ${await hotSince(sql)}`)
  return { lastEventAt: lately ?? (await lastIn(sql, app, 'true')), recent }
}

const newest = (sql: EventSql, app: number, limit: number, where: string) =>
  sql.rows<Row>(
    `select e.happened as "at", e.received as "receivedAt", e.kind as kind, p.path as path, e.name as name, e.scene as scene,
       c.env as env, c.platform as platform, c.app_version as "appVersion", e.visitor as visitor
     from (
       select * from events where app = ${app} and ${where} order by arrival desc, place desc limit ${limit}
     ) as e join contexts as c on c.id = e.context left join paths as p on p.app = e.app and p.id = e.path
     order by e.arrival desc, e.place desc`,
  )

async function lastIn(sql: EventSql, app: number, where: string): Promise<number | null> {
  const [last] = await sql.rows<{ at: number | null }>(
    `select max(happened) as "at" from events where app = ${app} and ${where}`,
  )
  return last?.at ?? null
}
