import type { App } from '../../contract/apps'
import type { Locale } from '../../contract/identity'
import type { Day } from '../../contract/periods'
import type { PortfolioApp } from '../../contract/portfolio'
import { byDrop, type ChangeBase, type PortfolioMetric } from '../../contract/portfolio-order'
import { reportStates } from '../../contract/report-states'
import type { Freshness } from '../../contract/reports'
import { monthDay } from '../../lib/dates'
import { formatMetric } from '../../lib/metric-format'
import { textOf } from '../../lib/text'
import { type ChangeCell, changeCell, changeKeys } from '../overview/model'

export type { ChangeBase, PortfolioMetric } from '../../contract/portfolio-order'

/** In the order of the pills: people first, as everybody asks for them. */
export const shownMetrics = ['visit_uv', 'session_cnt', 'visit_uv_new'] as const satisfies PortfolioMetric[]

export interface PortfolioRow {
  appid: string
  name: string
  avatarUrl: string | null
  isSquare: boolean
  /** 小程序, and that the app was shared. */
  kind: string
  /** What is wrong or late, in one word. */
  tag: string | null
  /** As written; null where nothing is known or may be. */
  value: string | null
  /** Yesterday's of every metric, as a wide table has them. */
  values: Record<PortfolioMetric, string>
  /** Of which day the value is, where that is not yesterday. */
  lastDay: string | null
  /** Why there is no number of yesterday. */
  why: string | null
  changes: ChangeCell[]
  line: readonly (number | null)[]
  isLocked: boolean
}

export interface PortfolioRows {
  /** The biggest drop first. */
  compared: PortfolioRow[]
  /** Without a number to compare, then those that are locked. */
  others: PortfolioRow[]
}

export interface PortfolioInput {
  apps: readonly PortfolioApp[]
  /** Everything that the person may see; null while that is not known. */
  visible: readonly App[] | null
  metric: PortfolioMetric
  base: ChangeBase
  locale: Locale
}

const opensOverview = ({ role, scopes }: App) => role === 'admin' || scopes.includes('overview')

/** The two lists of the portfolio. What the list of apps does not open is not shown, also where the device still has its numbers. */
export function portfolioRows({ apps, visible, metric, base, locale }: PortfolioInput): PortfolioRows {
  const isOpen = ({ appid }: PortfolioApp) =>
    visible === null || visible.some(app => app.appid === appid && opensOverview(app))
  const rows = byDrop(apps.filter(isOpen), metric, base).map(app => rowOf(app, metric, locale))
  const isCompared = ({ changes }: PortfolioRow) =>
    changes.some(({ key, direction }) => key === base && direction !== 'none')
  return {
    compared: rows.filter(isCompared),
    others: [
      ...rows.filter(row => !isCompared(row)),
      ...(visible ?? []).filter(app => !opensOverview(app)).map(app => lockedRow(app, locale)),
    ],
  }
}

const faceOf = ({ appid, name, avatarUrl, kind, role }: PortfolioApp | App, locale: Locale) => {
  const { access } = textOf(locale)
  return {
    appid,
    name,
    avatarUrl,
    isSquare: kind === 'minigame',
    kind: [access.kind[kind], role === 'viewer' ? access.role.viewer : null].filter(Boolean).join(' · '),
  }
}

function rowOf(app: PortfolioApp, metric: PortfolioMetric, locale: Locale): PortfolioRow {
  const { portfolio } = textOf(locale)
  const { freshness, metrics, sparkline, lines } = app
  const shown = metrics.find(({ id }) => id === metric)
  const line = lines[metric]
  const last = Math.max(-1, ...line.map((value, at) => (value === null ? -1 : at)))
  const isYesterday = last === line.length - 1
  const known = line[last] ?? null
  const written = (id: PortfolioMetric) => formatMetric(id, metrics.find(one => one.id === id)?.value ?? null, locale)
  return {
    ...faceOf(app, locale),
    tag: tagOf(freshness, isYesterday, locale),
    value: known === null ? null : formatMetric(metric, known, locale),
    values: {
      session_cnt: written('session_cnt'),
      visit_uv: written('visit_uv'),
      visit_uv_new: written('visit_uv_new'),
    },
    lastDay: isYesterday || known === null ? null : portfolio.lastDay(monthDay(sparkline[last]?.date ?? '')),
    why: isYesterday && known !== null ? null : whyOf(freshness, locale),
    changes: shown === undefined ? [] : changeKeys.map(key => changeCell(key, shown.changes[key], locale)),
    line,
    isLocked: false,
  }
}

function lockedRow(app: App, locale: Locale): PortfolioRow {
  const { portfolio } = textOf(locale)
  return {
    ...faceOf(app, locale),
    tag: null,
    value: null,
    values: { session_cnt: '', visit_uv: '', visit_uv_new: '' },
    lastDay: null,
    why: portfolio.lockedText,
    changes: [],
    line: [],
    isLocked: true,
  }
}

/** What the tag beside a name warns of; a number of yesterday that was confirmed needs none. */
function tagOf({ state, reason }: Freshness, hasYesterday: boolean, locale: Locale): string | null {
  const { apps, portfolio } = textOf(locale)
  if (reason === 'secret_refused') return apps.trouble.refused.tag
  if (reason === 'ip_not_allowed') return apps.trouble.ip.tag
  if (reason === 'account_frozen') return apps.trouble.frozen.tag
  if (reason === 'storage_failed') return portfolio.noRoom
  if (state === 'stale') return portfolio.stale
  if (hasYesterday) return null
  if (state === 'not_ready') return portfolio.notReady
  if (state === 'failed') return portfolio.failed
  if (state === 'pending') return portfolio.reading
  return state === 'unsupported' ? portfolio.unsupported : portfolio.missing
}

/** In a few words: the row has room for one line, and the app's own page says it whole. */
function whyOf({ state, reason }: Freshness, locale: Locale): string {
  const { why } = textOf(locale).portfolio
  if (reason === 'secret_refused' || reason === 'ip_not_allowed' || reason === 'account_frozen') return why[reason]
  if (reason === 'storage_failed') return why.storage_failed
  return state === 'final' || state === 'provisional' || state === 'stale' ? why.missing : why[state]
}

/** How the page stands: the worst of what it compares, or of all where it can compare nothing; as old as its oldest number. */
export function wholeFreshness(apps: readonly PortfolioApp[]): Freshness | null {
  const known = apps.filter(({ metrics }) => metrics.some(({ value }) => value !== null))
  const judged = (known.length > 0 ? known : apps).map(({ freshness }) => freshness)
  const state = reportStates.find(one => judged.some(freshness => freshness.state === one))
  if (state === undefined) return null
  const reason = judged.find(freshness => freshness.state === state)?.reason
  const instants = judged.flatMap(({ asOf }) => asOf ?? [])
  const asOf = instants.length === 0 ? null : instants.reduce((one, other) => (one < other ? one : other))
  return { state, asOf, ...(reason === undefined ? {} : { reason }) }
}

/** Of which day the portfolio speaks; null while none is known. */
export const portfolioDay = (apps: readonly PortfolioApp[] | undefined): Day | null => apps?.[0]?.date ?? null
