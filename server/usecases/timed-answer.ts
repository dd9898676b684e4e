import type { Day } from '../../src/contract/periods.ts'
import type { Freshness } from '../../src/contract/report-envelope.ts'
import { freshnessOf, type Stated } from '../domain/freshness.ts'

/** An answer and the instant (epoch ms) until which it stays true unless the archive changes. */
export interface Timed<Answer> {
  answer: Answer
  until: number
}

/** What a range was read as: its states, when it may be another, and which periods WeChat has changed. */
export interface ReadPeriod extends Stated {
  period: { name: string }
  until: number
  revised: boolean
}

interface Asked {
  appid: string
  from: Day
  to: Day
}

/** The answer of a report around its data, by the readings that it is made of. */
export function timedAnswer<R extends string, D>(
  report: R,
  { appid, from, to }: Asked,
  readings: readonly ReadPeriod[],
  data: D,
  freshness: Freshness = freshnessOf(readings),
) {
  const revised = [...new Set(readings.filter(one => one.revised).map(one => one.period.name))]
  const answer = {
    appid,
    report,
    source: 'wechat' as const,
    range: { from, to },
    timezone: 'Asia/Shanghai' as const,
    freshness,
    ...(revised.length > 0 ? { revised } : {}),
    data,
  }
  const until = readings.reduce((soonest, reading) => Math.min(soonest, reading.until), Number.POSITIVE_INFINITY)
  return { answer, until }
}
