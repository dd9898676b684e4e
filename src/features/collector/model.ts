import type { Collector, RecentEvent } from '../../contract/collector'
import type { Locale } from '../../contract/identity'
import { dayOf } from '../../contract/periods'
import { clockSeconds, momentText } from '../../lib/dates'
import { formatCount } from '../../lib/numbers'
import { shortPath } from '../../lib/paths'
import { textOf } from '../../lib/text'

export interface Arrival {
  /** Of one list alone. */
  id: string
  title: string
  /** `iOS · 1.2.0 · 3f9a12bc` */
  detail: string
  time: string
  /** A trial or development version: listed here, counted nowhere. */
  env: string | null
}

const platformNames: Record<string, string> = {
  ios: 'iOS',
  android: 'Android',
  windows: 'Windows',
  mac: 'Mac',
  devtools: 'DevTools',
  ohos: 'HarmonyOS',
}

function arrivalOf(event: RecentEvent, now: number, locale: Locale): Omit<Arrival, 'id'> {
  const { collector } = textOf(locale)
  const what = event.path === null ? event.name : shortPath(event.path, 28)
  const isToday = dayOf(Date.parse(event.receivedAt)) === dayOf(now)
  return {
    title: [collector.types[event.type], what].filter(Boolean).join(' · '),
    detail: [event.platform && (platformNames[event.platform] ?? event.platform), event.appVersion, event.visitor]
      .filter(Boolean)
      .join(' · '),
    time: isToday ? clockSeconds(event.receivedAt) : momentText(event.receivedAt, now, locale),
    env: event.env === 'release' ? null : collector.envs[event.env],
  }
}

/** The newest events as rows. Two that look alike are told apart by their order. */
export function arrivals({ recent }: Pick<Collector, 'recent'>, now: number, locale: Locale): Arrival[] {
  const seen = new Map<string, number>()
  return recent.map(event => {
    const name = `${event.receivedAt} ${event.at} ${event.visitor} ${event.type} ${event.path} ${event.name}`
    const count = (seen.get(name) ?? 0) + 1
    seen.set(name, count)
    return { ...arrivalOf(event, now, locale), id: `${name} ${count}` }
  })
}

/** What was not taken, in words, most first. */
export function refusedRows({ refused }: Pick<Collector, 'refused'>, locale: Locale) {
  const { collector } = textOf(locale)
  return refused.map(({ reason, count }) => ({ key: collector.refusals[reason], value: formatCount(count) }))
}

/** `14:05:20 · 延迟 2 秒`, or that nothing came yet. */
export function lastEventText(
  { lastEventAt, lagSeconds }: Pick<Collector, 'lastEventAt' | 'lagSeconds'>,
  now: number,
  locale: Locale,
): string {
  const { collector, realtime } = textOf(locale)
  if (lastEventAt === null) return collector.none
  const isToday = dayOf(Date.parse(lastEventAt)) === dayOf(now)
  const time = isToday ? clockSeconds(lastEventAt) : momentText(lastEventAt, now, locale)
  return lagSeconds === null ? time : realtime.lag(time, String(Math.ceil(lagSeconds)))
}

/** What the SDK can be built into. */
export const installHosts = ['native', 'taro', 'game', 'web'] as const
export type InstallHost = (typeof installHosts)[number]
