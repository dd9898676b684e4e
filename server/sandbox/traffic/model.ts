/** One page of an app and how visits fall on it. */
export interface PageModel {
  path: string
  /** Share of page visits, entries, stay: weights relative to the other pages. */
  visits: number
  entries: number
  exits: number
  stay: number
  shares: number
}

/**
 * How an app's visits come about. All numbers of a day follow from (appid, date) and these constants alone, so a day
 * answers the same whatever today is.
 */
export interface TrafficModel {
  /**
   * `yyyy-mm-dd`, or a number of weeks for an app that is always young: then the first day is the latest one of a fixed
   * four-week grid that lies at least so many weeks before the sandbox started.
   */
  firstDay: string | { weeksAgo: number }
  /** `yyyy-mm-dd`; nobody came after it. */
  lastDay?: string
  /** Daily visitors once the app has grown up. */
  visitors: number
  /** Days until it has grown up. */
  growthDays: number
  /** Factors Monday … Sunday. */
  weekdays: readonly [number, number, number, number, number, number, number]
  /** How the public holidays act on it. */
  holidays: 'shopping' | 'leisure' | 'office' | 'none'
  /** Every so many days a release moves opens and depth by a few percent; 0 = never. */
  releaseEvery: number
  /** Share of first-time visitors once grown up. */
  newShare: number
  /** Opens per visitor. */
  opensPerVisitor: number
  /** Shares of all page visits that end in a share. */
  shareRate: number
  /** Next-day return of new and of all visitors. */
  retention: { fresh: number; active: number }
  /** Access-source key → weight. */
  sources: Readonly<Record<number, number>>
  /** Live answers carry the visitors per source as an additional list; old samples do not. */
  sourceVisitors: boolean
  pages: readonly PageModel[]
  /** Where its visitors live: province name → additional weight. */
  home?: Readonly<Record<string, number>>
  /** Answers with the oddities of the official samples (see `traffic/traps.ts`). */
  traps?: boolean
}
