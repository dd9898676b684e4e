import type { Day, Granularity } from '../../src/contract/periods.ts'

export { otherPages } from '../domain/collector/other-pages.ts'

/**
 * What the counters of the event store say, by the definitions of `http-api.md` (Collector) and `metrics.md`.
 * Days are Asia/Shanghai; only events of `env` release count; nobody is counted twice in what is called people.
 * All of a bound app: one that never sent an event has empty lists, and `firstDay` of it is null.
 */
export interface EventReports {
  /** The day of the app's first event ever, or `null`. */
  firstDay(appid: string): Promise<Day | null>
  /** One row for each named period that has begun; without events all is 0. */
  visits(appid: string, granularity: Granularity, periods: { from: Day; to: Day }[]): Promise<VisitCounts[]>
  /** Sessions by scene (`null`: none was told), of sessions that start on the day. */
  scenes(appid: string, from: Day, to: Day): Promise<SceneCounts[]>
  /** People by access source, of each day and of the whole range; a visitor of several sources is in each. */
  sourcePeople(appid: string, from: Day, to: Day): Promise<SourcePeople[]>
  /** Sessions by bucket of stay (1–8) and of depth (1–7); buckets without sessions are left out. */
  engagement(appid: string, from: Day, to: Day): Promise<{ stay: Bucket[]; depth: Bucket[] }>
  /** Every page of the range, most views first; `people` are distinct over the range. */
  pages(appid: string, from: Day, to: Day): Promise<PageCounts[]>
  /** Cohorts by first day of their period; counts of key 0 and of each named key whose period has begun. */
  cohorts(appid: string, ask: CohortAsk): Promise<CohortCounts[]>
  /** People of a range by what they came with; `users` new: first event ever inside the range. */
  devices(appid: string, from: Day, to: Day, users: 'new' | 'active'): Promise<Devices>
  /** The curve of one day. */
  curve(appid: string, ask: CurveAsk): Promise<CurveAnswer>
  /** People with an event in the five minutes before `now`. */
  activeUsers(appid: string, now: number): Promise<number>
  /** When (epoch ms) the counters last took in everything that had been accepted; 0 before the first time. */
  countedAt(appid: string): Promise<number>
  /**
   * How far the days have come, which are counted after the curves. What is not over is brought up to the curves before
   * that is said, as far as that can be waited for.
   * @param to the last day that is going to be asked for
   */
  dayStanding(appid: string, to: Day): Promise<DayStanding>
  /** Rises with each change of the app's counters. */
  version(appid: string): Promise<number>
}

export interface VisitCounts {
  from: Day
  to: Day
  sessions: number
  views: number
  people: number
  newPeople: number
  shares: number
  sharers: number
  /** Whole seconds of the sessions that start in the period. */
  staySeconds: number
  /** Distinct paths, summed over the sessions that start in the period. */
  depthSum: number
  /** All people ever, up to the end of the period. */
  totalPeople: number
}

export interface SceneCounts {
  day: Day
  scene: number | null
  sessions: number
  /** Distinct within the day. */
  people: number
}

export interface SourcePeople {
  /** `null`: the whole range. */
  day: Day | null
  /** WeChat's key. */
  source: number
  /** Distinct within the day or the range. */
  people: number
}

export interface Bucket {
  key: number
  sessions: number
}

export interface PageCounts {
  path: string
  views: number
  people: number
  /** A fraction where stays were told in milliseconds. */
  staySeconds: number
  entries: number
  exits: number
  shares: number
  sharers: number
}

export interface CohortAsk {
  granularity: Granularity
  cohort: 'new' | 'active'
  /** First days of the cohorts' periods, ascending. */
  periods: Day[]
  keys: readonly number[]
}

export interface CohortCounts {
  period: Day
  size: number
  counts: { key: number; people: number }[]
}

export interface DayStanding {
  /** When (epoch ms) the curves, and the days before `behindFrom`, took in all that had come; 0: never. */
  countedAt: number
  /** The first day of which the curves know more than was counted: who is new on later ones may change too. `null`: none. */
  behindFrom: Day | null
  /** When (epoch ms) the days from there on were last counted; 0: never. */
  behindSince: number
  /** Days that have events and were never counted: not 0, unknown. */
  uncounted: Day[]
}

export interface Devices {
  counts: DeviceCounts[]
  /** Days of the range whose raw events were forgotten: whoever came on these alone is in no count. */
  forgotten: Day[]
}

export interface DeviceCounts {
  kind: 'platform' | 'model' | 'system'
  name: string | null
  people: number
}

export const curveMinutes = [1, 5, 10, 30, 60] as const
export type CurveMinutes = (typeof curveMinutes)[number]

export interface CurveAsk {
  day: Day
  granularity: CurveMinutes
  /** `null`: all pages. */
  page: string | null
  /** Minutes of the day, `from` counted, `to` not: 0 and 1440 for all of it. */
  fromMinute: number
  toMinute: number
}

/** Buckets without events are left out; `minute` is the one at which the bucket begins. */
export interface CurveAnswer {
  points: { minute: number; views: number; people: number; sessions: number }[]
  /** People once each, over the whole span; `null` where only raw events could tell, and they were forgotten. */
  totals: { views: number; people: number | null; sessions: number }
  /** Pages of the span, most views first, 200 at most; the rest is `其他`. */
  pages: { path: string; views: number }[]
}
