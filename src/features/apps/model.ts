import type { App, AppKind } from '../../contract/apps'
import type { Locale } from '../../contract/identity'
import { addDays, dayOf } from '../../contract/periods'
import { scopes } from '../../contract/scopes'
import { spokenDay } from '../../lib/dates'
import { formatCount } from '../../lib/numbers'
import { textOf } from '../../lib/text'

export type KindFilter = 'all' | AppKind

export interface AppRow {
  appid: string
  name: string
  avatarUrl: string | null
  isSquare: boolean
  isCurrent: boolean
  isPinned: boolean
  /** What is wrong or ends soon. */
  tag: string | null
  line: string
}

export interface AppGroup {
  id: 'pinned' | 'managed' | 'granted'
  title: string
  rows: AppRow[]
}

export interface KindPill {
  id: KindFilter
  text: string
}

const matches = (app: App, query: string) => {
  const wanted = query.trim().toLowerCase()
  return app.name.toLowerCase().includes(wanted) || app.appid.toLowerCase().includes(wanted)
}

/** The sections that a viewer may read, in words. */
export function scopeWords(app: Pick<App, 'scopes'>, locale: Locale): string {
  const { access } = textOf(locale)
  const missing = scopes.filter(scope => !app.scopes.includes(scope))
  if (missing.every(scope => scope === 'export' || scope === 'audience')) return access.allScopes
  return scopes
    .filter(scope => app.scopes.includes(scope))
    .map(scope => access.scopes[scope])
    .join(access.join)
}

/** That a right ends within two days; null for one that does not. */
export function endTag(expiresAt: string | null, now: number, locale: Locale): string | null {
  if (expiresAt === null) return null
  const { apps } = textOf(locale)
  const end = dayOf(Date.parse(expiresAt))
  const today = dayOf(now)
  if (end <= today) return apps.endsToday
  if (end === addDays(today, 1)) return apps.endsTomorrow
  return end === addDays(today, 2) ? apps.endsSoon : null
}

function lineOf(app: App, visitors: number | null, now: number, locale: Locale): string {
  const { apps, access } = textOf(locale)
  if (app.status !== 'ok' && app.role === 'admin') return apps.trouble[app.status].text
  const kind = access.kind[app.kind]
  const number = visitors === null ? null : apps.yesterday(formatCount(visitors))
  if (app.role === 'admin') return [kind, number].filter(Boolean).join(' · ')
  const until =
    app.grantExpiresAt === null || endTag(app.grantExpiresAt, now, locale) !== null
      ? null
      : apps.until(spokenDay(dayOf(Date.parse(app.grantExpiresAt)), locale))
  return [number ?? kind, scopeWords(app, locale), until].filter(Boolean).join(' · ')
}

export interface ListInput {
  apps: App[]
  query: string
  kind: KindFilter
  /** The app on screen or looked at last. */
  current: string | null
  /** AppIDs that stand on top, in this order. */
  pinned: readonly string[]
  /** Yesterday's visitors where the device knows them. */
  visitorsOf: (appid: string) => number | null
  now: number
  locale: Locale
}

/** The groups of the opening list; empty groups are left out. */
export function groupsOf({ apps, query, kind, current, pinned, visitorsOf, now, locale }: ListInput): AppGroup[] {
  const words = textOf(locale).apps
  const shown = apps.filter(app => matches(app, query) && (kind === 'all' || app.kind === kind))
  const row = (app: App): AppRow => ({
    appid: app.appid,
    name: app.name,
    avatarUrl: app.avatarUrl,
    isSquare: app.kind === 'minigame',
    isCurrent: app.appid === current,
    isPinned: pinned.includes(app.appid),
    tag: app.status === 'ok' ? endTag(app.grantExpiresAt, now, locale) : words.trouble[app.status].tag,
    line: lineOf(app, visitorsOf(app.appid), now, locale),
  })
  const onTop = pinned.flatMap(appid => shown.find(app => app.appid === appid) ?? [])
  const rest = shown.filter(app => !onTop.includes(app))
  const groups: AppGroup[] = [
    { id: 'pinned', title: words.pinned, rows: onTop.map(row) },
    { id: 'managed', title: words.managed, rows: rest.filter(({ role }) => role === 'admin').map(row) },
    { id: 'granted', title: words.granted, rows: rest.filter(({ role }) => role === 'viewer').map(row) },
  ]
  return groups.filter(({ rows }) => rows.length > 0)
}

/** The first rows over all groups, for a place that holds no long list. */
export function firstRows(groups: readonly AppGroup[], most: number): AppGroup[] {
  let room = most
  return groups.flatMap(group => {
    const rows = group.rows.slice(0, room)
    room -= rows.length
    return rows.length > 0 ? [{ ...group, rows }] : []
  })
}

/** The filter of kinds, with counts; one kind alone needs none. */
export function pillsOf(apps: App[], locale: Locale): KindPill[] {
  const { apps: words, access } = textOf(locale)
  const kinds = (['miniprogram', 'minigame', 'official'] as const)
    .map(kind => ({ kind, count: apps.filter(app => app.kind === kind).length }))
    .filter(({ count }) => count > 0)
  if (kinds.length < 2) return []
  return [
    { id: 'all', text: `${words.all} ${apps.length}` },
    ...kinds.map(({ kind, count }): KindPill => ({ id: kind, text: `${access.kind[kind]} ${count}` })),
  ]
}
