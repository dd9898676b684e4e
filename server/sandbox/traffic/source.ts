import { compact } from '../calendar.ts'
import { type DayFacts, dayFacts } from './day-facts.ts'
import { distributionLists } from './distribution.ts'
import type { TrafficModel } from './model.ts'
import { type PageRow, pageRows } from './page-facts.ts'
import { periodHeads } from './period.ts'
import { type Population, population, type Restatement } from './population.ts'
import { emptyHalf, portraitHalves } from './portrait.ts'
import { cadences, retentionLists } from './retention.ts'
import { decimals } from './split.ts'

export type Cadence = keyof typeof cadences
type Answer = Record<string, unknown>

/** The ten reports of one app as WeChat would answer them; days are China day numbers, already checked. */
export interface TrafficSource {
  summary(day: number): Answer
  visitTrend(cadence: Cadence, from: number, to: number): Answer
  distribution(day: number): Answer
  /** @param until last day that is computed; later keys are absent. */
  retention(cadence: Cadence, from: number, to: number, until: number): Answer
  pages(day: number): Answer
  portrait(from: number, to: number): Answer
}

const topPages = 200

/** `20170313`, `20170306-20170312` or `201702`, as the report pages print it. */
function refDate(cadence: Cadence, from: number, to: number): string {
  if (cadence === 'daily') return compact(from)
  return cadence === 'weekly' ? `${compact(from)}-${compact(to)}` : compact(from).slice(0, 6)
}

function trendRow(people: Population, cadence: Cadence, days: readonly DayFacts[], from: number, to: number) {
  const sum = (pick: (facts: DayFacts) => number) => days.reduce((total, facts) => total + pick(facts), 0)
  const sessions = sum(facts => facts.sessions)
  const stay = sum(facts => facts.stay)
  const heads = periodHeads(people, from, to)
  const per = (value: number, count: number) => (count > 0 ? decimals(value / count, 4) : 0)
  return {
    ref_date: refDate(cadence, from, to),
    session_cnt: sessions,
    visit_pv: sum(facts => facts.views),
    visit_uv: heads?.visitors ?? 0,
    visit_uv_new: heads?.fresh ?? 0,
    stay_time_uv: per(stay, heads?.visitors ?? 0),
    stay_time_session: per(stay, sessions),
    visit_depth: per(
      sum(facts => facts.depth * facts.sessions),
      sessions,
    ),
  }
}

/** @param startedAt epoch ms, see `TrafficModel.firstDay`. */
export function trafficSource(
  appid: string,
  model: TrafficModel,
  startedAt: number,
  restated?: Restatement,
): TrafficSource {
  const people = population(appid, model, startedAt, restated)
  const factsOf = (day: number) => dayFacts(model, people, day)
  const rowsOf = (day: number): PageRow[] => {
    const facts = factsOf(day)
    return facts ? pageRows(model.pages, people.seed, facts).slice(0, topPages) : []
  }
  return {
    summary(day) {
      const facts = factsOf(day)
      if (!facts) return { list: [] }
      const { total, shares, sharers } = facts
      return { list: [{ ref_date: compact(day), visit_total: total, share_pv: shares, share_uv: sharers }] }
    },
    visitTrend(cadence, from, to) {
      const days: DayFacts[] = []
      for (let day = from; day <= to; day++) {
        const facts = factsOf(day)
        if (facts) days.push(facts)
      }
      return { list: days.length > 0 ? [trendRow(people, cadence, days, from, to)] : [] }
    },
    distribution: day => ({ ref_date: compact(day), list: distributionLists(model, people.seed, factsOf(day)) }),
    retention: (cadence, from, to, until) => ({
      ref_date: refDate(cadence, from, to),
      ...retentionLists(model, people, cadences[cadence], from, until),
    }),
    pages: day => ({ ref_date: compact(day), list: rowsOf(day) }),
    portrait(from, to) {
      const ref_date = from === to ? compact(from) : `${compact(from)}-${compact(to)}`
      const heads = periodHeads(people, from, to)
      if (!heads) return { ref_date, visit_uv_new: emptyHalf(), visit_uv: emptyHalf() }
      return { ref_date, ...portraitHalves(model, people.seed, to, heads) }
    },
  }
}

/** What an app answers that never had a visit. */
export const emptySource: TrafficSource = trafficSource(
  'wx0000000000000000',
  {
    firstDay: '9999-12-31',
    visitors: 0,
    growthDays: 1,
    weekdays: [1, 1, 1, 1, 1, 1, 1],
    holidays: 'none',
    releaseEvery: 0,
    newShare: 0,
    opensPerVisitor: 1,
    shareRate: 0,
    retention: { fresh: 0, active: 0 },
    sources: {},
    sourceVisitors: false,
    pages: [],
  },
  0,
)
