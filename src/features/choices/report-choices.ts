import type { MetricId } from '../../contract/metrics'
import type { PerformanceModule } from '../../contract/performance'
import type { Granularity } from '../../contract/periods'
import type { PortraitDays, PortraitUsers } from '../../contract/portrait'
import type { ReportSource } from '../../contract/report-envelope'
import type { Cohort } from '../../contract/retention'
import type { Span } from '../../lib/periods'
import type { CurveBase, CurveMinutes, RealtimeSpan } from '../realtime/spans'

/** What a person chose to look at on one report. */
export interface ReportChoice {
  metric: MetricId
  span: Span
  granularity: Granularity
  compare: boolean
}

export interface RetentionChoice {
  cohort: Cohort
  granularity: Granularity
}

export interface PortraitChoice {
  users: PortraitUsers
  days: PortraitDays
}

export interface PerformanceChoice {
  module: PerformanceModule
}

export interface SourceChoice {
  source: ReportSource
}

export interface RealtimeChoice extends CurveBase {
  granularity: CurveMinutes
  span: RealtimeSpan
}

/** The choices for one app, by report. */
export interface AppChoices {
  overview: ReportChoice
  trend: ReportChoice
  retention: RetentionChoice
  portrait: PortraitChoice
  performance: PerformanceChoice
  realtime: RealtimeChoice
  /** Of every report that has both. */
  source: SourceChoice
}
export type ReportName = keyof AppChoices

const trend: ReportChoice = { metric: 'visit_uv', span: { preset: 'last30' }, granularity: 'day', compare: false }

/** What a report begins with. */
export const usualChoices: AppChoices = {
  overview: { ...trend, compare: true },
  trend,
  retention: { cohort: 'new', granularity: 'day' },
  portrait: { users: 'active', days: '7' },
  performance: { module: '10017' },
  realtime: { granularity: 5, span: 'day', compare: true, base: 'week' },
  source: { source: 'wechat' },
}
