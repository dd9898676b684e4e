import { existsSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { fileURLToPath } from 'node:url'
import { gunzipSync } from 'node:zlib'
import type { CollectedEvent } from '../../../server/ports/events.ts'
import { anEvent } from './build.ts'

const shared = process.env.SHARED_DIR ?? fileURLToPath(new URL('../../../../shared', import.meta.url))

/** Real visits of a public data set, and what other programs counted in them. */
export interface RealTraffic {
  name: string
  events: CollectedEvent[]
  facts: Facts
}

export const realTrafficNames = ['nasa-1995-08-01', 'completejourney-2017'] as const

/** The data lie beside the repository, not in it; `null` where they are not. */
export function readRealTraffic(name: (typeof realTrafficNames)[number]): RealTraffic | null {
  const rows = path.join(shared, 'data', `${name}.tsv.gz`)
  if (!existsSync(rows)) return null
  const [, ...lines] = gunzipSync(readFileSync(rows)).toString('utf8').trimEnd().split('\n')
  const events = lines.map((line, index) => {
    const [ts = '', user = '', page = ''] = line.split('\t')
    return anEvent({ at: Number(ts) * 1000, who: user, path: page.replace(/^\//, '') || '/', seq: index })
  })
  return { name, events, facts: JSON.parse(readFileSync(path.join(shared, 'data', `${name}.facts.json`), 'utf8')) }
}

export interface PeriodFacts {
  pv: number
  uv: number
  new: number
  sessions: number
  stay_seconds: number
  depth_sum: number
}
export interface PageFacts {
  page: string
  pv: number
  uv: number
  entry: number
  exit: number
  stay_avg: number
  exit_rate: number
}
type Keyed<Value> = Record<string, Value>
type Retention = Keyed<{ new: Keyed<number>; active: Keyed<number> }>

/** The facts file, as its README says. */
export interface Facts {
  total: { first_day: string; last_day: string; sessions: number; users: number }
  daily: Keyed<PeriodFacts & { visit_total: number }>
  weekly: Keyed<PeriodFacts>
  monthly: Keyed<PeriodFacts>
  retention_daily: Retention
  retention_weekly: Retention
  retention_monthly: Retention
  distribution_all: { staytime: Keyed<number>; depth: Keyed<number> }
  distribution_busiest_day: { day: string; staytime: Keyed<number>; depth: Keyed<number> }
  hourly_busiest_day: { pv: number[]; uv: number[] }
  top_pages: PageFacts[]
  top_pages_busiest_day: { page: string; pv: number; uv: number }[]
  minute_pv?: { day: string; pv: number[] }
}
