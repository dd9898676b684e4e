import { type Kysely, sql } from 'kysely'
import type { DatacubeReport } from '../../../domain/datacube.ts'
import { CLOCK_TOLERANCE_MS } from '../../../domain/lifetimes.ts'
import type { Tables } from '../tables.ts'

/**
 * One statement for many periods: each is free for exactly one asker until `until`, whichever instances race.
 * A claim that reaches further than any can was made by a clock that was ahead, and holds nothing.
 * Periods are taken in their own order, so that two askers cannot wait for each other in a circle.
 */
export async function claimPeriods(
  db: Kysely<Tables>,
  wanted: { appid: string; report: DatacubeReport; periods: string[] },
  now: number,
  until: number,
): Promise<string[]> {
  if (wanted.periods.length === 0) return []
  const periods = [...new Set(wanted.periods)].sort()
  const { rows } = await sql<{ period: string }>`
    with app as (select appid from apps where appid = ${wanted.appid} for key share)
    insert into archive (appid, report, period, claimed_until)
    select app.appid, ${wanted.report}, wanted.period, ${until}::bigint
    from app cross join unnest(${periods}::text[]) with ordinality as wanted (period, place)
    order by wanted.place
    on conflict (appid, report, period) do update set claimed_until = excluded.claimed_until
      where archive.claimed_until is null or archive.claimed_until <= ${now}::bigint
        or archive.claimed_until > ${until + CLOCK_TOLERANCE_MS}::bigint
    returning period`.execute(db)
  return rows.map(row => row.period)
}
