import type { EndpointName } from '../../contract/endpoints'
import { depthLabels, stayLabels } from '../../contract/engagement'
import type { Locale } from '../../contract/identity'
import { type MetricId, metrics } from '../../contract/metrics'
import { type Day, type Granularity, lastOfMonth } from '../../contract/periods'
import type { PortraitAttribute } from '../../contract/portrait'
import type { ChangedNumber, Revision } from '../../contract/report-envelope'
import { sourceName } from '../../contract/sources'
import { momentText, rangeText } from '../../lib/dates'
import { formatMetric, MISSING } from '../../lib/metric-format'
import { formatCount } from '../../lib/numbers'
import { type Range, rangesMeet } from '../../lib/periods'
import { textOf } from '../../lib/text'
import { type PageMetric, pageText } from '../pages/model'

/** The days of a period by its name: `2026-07-14`, `2026-07-06/2026-07-12`, `2026-07`. */
export function daysNamed(name: string): Range {
  const [from = '', to] = name.split('/')
  if (to !== undefined) return { from, to }
  return from.length > 7 ? { from, to: from } : { from: `${from}-01`, to: lastOfMonth(`${from}-01` as Day) }
}

/** The periods on screen that WeChat has changed; those that were only read for comparison are left out. */
export const revisedIn = (revised: readonly string[] | undefined, range: Range): string[] =>
  (revised ?? []).filter(name => rangesMeet(daysNamed(name), range))

/** The question that a page asks, as far as it says which numbers it shows. */
export interface Question {
  endpoint: EndpointName
  query: object
}

/** Whether a number of WeChat's answer is one that the page shows. */
export function isShown({ endpoint, query }: Question, { metric }: ChangedNumber): boolean {
  const asked = query as { metric?: string; cohort?: string; users?: string }
  switch (endpoint) {
    case 'readSources':
      return metric === `access_source_${asked.metric ?? 'session_cnt'}`
    case 'readEngagement':
      return metric === 'access_staytime_info' || metric === 'access_depth_info'
    case 'readRetention':
      return metric === (asked.cohort === 'active' ? 'visit_uv' : 'visit_uv_new')
    case 'readPortrait':
      return metric.startsWith(`${asked.users}.`)
    default:
      return true
  }
}

export interface ChangeRow {
  id: string
  name: string
  before: string
  after: string
}

export interface RevisionGroup {
  id: string
  /** `2026-07-14` */
  title: string
  times: string
  rows: ChangeRow[]
  /** Rows that are left out. */
  rest: number
}

const MOST = 20

/** What changed on a page, the newest correction first. */
export function revisionGroups(
  revisions: readonly Revision[],
  range: Range,
  question: Question,
  now: number,
  locale: Locale,
): RevisionGroup[] {
  const { times } = textOf(locale).revisions
  return revisions.flatMap(revision => {
    const days = daysNamed(revision.period)
    const changes = (revision.changes ?? []).filter(change => isShown(question, change))
    if (changes.length === 0 || !rangesMeet(days, range)) return []
    return {
      id: `${revision.report} ${revision.period} ${revision.readAt}`,
      title: rangeText(days.from, days.to),
      times: times(momentText(revision.readAt, now, locale), momentText(revision.replacedAt, now, locale)),
      rows: changes.slice(0, MOST).map(change => changeRow(revision.report, change, locale)),
      rest: Math.max(0, changes.length - MOST),
    }
  })
}

function changeRow(report: string, change: ChangedNumber, locale: Locale): ChangeRow {
  const { metric, item, before, after } = change
  const write = writerOf(report, metric, locale)
  return {
    id: `${metric} ${item ?? ''}`,
    name: nameOf(report, change, locale),
    before: write(before),
    after: write(after),
  }
}

function writerOf(report: string, metric: string, locale: Locale): (value: number | null) => string {
  if (report.startsWith('pages.')) return value => pageText(metric as PageMetric, value, locale)
  if (metric in metrics && !report.startsWith('retention.')) {
    return value => formatMetric(metric as MetricId, value, locale)
  }
  return value => (value === null ? MISSING : formatCount(value))
}

const cadences: Record<string, Granularity> = { daily: 'day', weekly: 'week', monthly: 'month' }

function nameOf(report: string, { metric, item }: ChangedNumber, locale: Locale): string {
  const text = textOf(locale)
  const [family, detail = ''] = report.split('.')
  const key = Number(item)
  switch (family) {
    case 'distribution':
      if (metric === 'access_depth_info') return `${text.engagement.depth} ${depthLabels[locale][key] ?? item}`
      if (metric === 'access_staytime_info') return `${text.engagement.stay} ${stayLabels[key] ?? item}`
      return sourceName(key, locale)
    case 'pages':
      return `${item} · ${text.pages.column[metric as PageMetric]}`
    case 'retention': {
      const cohort = metric === 'visit_uv' ? 'active' : 'new'
      if (key === 0) return text.retention.size[cohort]
      return text.retention.after[cadences[detail] ?? 'day'](key)
    }
    case 'portrait':
      return `${text.portrait[metric.split('.')[1] as PortraitAttribute]} · ${item}`
    case 'performance':
      return `${metric} · ${item}`
    default:
      return text.metrics[metric as MetricId] ?? metric
  }
}
