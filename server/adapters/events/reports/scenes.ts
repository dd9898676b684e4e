import type { Day } from '../../../../src/contract/periods.ts'
import type { Bucket, SceneCounts, SourcePeople } from '../../../ports/event-reports.ts'
import type { EventSql } from '../sql/database.ts'
import { sourceOf } from '../sql/sources.ts'
import { dayOfNumber, numberOfDay } from './day-numbers.ts'

const FIRST_DEPTH = 11

const inRange = (app: number, from: Day, to: Day) =>
  `app = ${app} and day >= ${numberOfDay(from)} and day <= ${numberOfDay(to)}`

/** Sessions and people of each day by scene. */
export async function readScenes(sql: EventSql, app: number, from: Day, to: Day): Promise<SceneCounts[]> {
  const rows = await sql.rows<{ day: number; scene: number | null; sessions: number; people: number }>(
    `select day, scene, sessions, people from day_scenes where ${inRange(app, from, to)} order by day, scene`,
  )
  return rows.map(({ day, ...row }) => ({ day: dayOfNumber(day), ...row }))
}

/** People of each day and of the whole range, each once in each of their sources, whatever scenes these are made of. */
export async function readSourcePeople(sql: EventSql, app: number, from: Day, to: Day): Promise<SourcePeople[]> {
  const visits = `(select distinct day, ${sourceOf('scene')} as source, person from sessions where ${inRange(app, from, to)}) as visits`
  const days = await sql.rows<{ day: number; source: number; people: number }>(
    `select day, source, count(*) as people from ${visits} group by day, source order by day, source`,
  )
  const range = await sql.rows<{ source: number; people: number }>(
    `select source, count(distinct person) as people from ${visits} group by source order by source`,
  )
  return [
    ...days.map(({ day, ...row }) => ({ day: dayOfNumber(day), ...row })),
    ...range.map(row => ({ day: null, ...row })),
  ]
}

/** Sessions of the range by bucket of stay and of depth. */
export async function readEngagement(sql: EventSql, app: number, from: Day, to: Day) {
  const rows = await sql.rows<{ bucket: number; sessions: number }>(
    `select bucket, cast(sum(sessions) as bigint) as sessions from day_buckets where ${inRange(app, from, to)} group by bucket order by bucket`,
  )
  const pick = (ofDepth: boolean): Bucket[] =>
    rows
      .filter(({ bucket }) => bucket >= FIRST_DEPTH === ofDepth)
      .map(({ bucket, sessions }) => ({ key: ofDepth ? bucket - FIRST_DEPTH + 1 : bucket, sessions }))
  return { stay: pick(false), depth: pick(true) }
}
