import { addDays, type Day } from '../../contract/periods'
import type { ReportSource } from '../../contract/report-envelope'
import type { ReportPage } from '../shell/routes'

/** Reports that only one side can give; every other has both. */
const only: Partial<Record<ReportPage, ReportSource>> = { performance: 'wechat', realtime: 'collector' }

export const hasBothSources = (page: ReportPage): boolean => only[page] === undefined

/** The source of a report: its only one, else the one chosen where our own SDK ever told anything. */
export function sourceOf(page: ReportPage, chosen: ReportSource, hasEvents: boolean): ReportSource {
  return only[page] ?? (hasEvents ? chosen : 'wechat')
}

/** The last day that a source can be asked about: WeChat knows what is over, our own events what has begun. */
export const newestOf = (source: ReportSource, yesterday: Day): Day =>
  source === 'collector' ? addDays(yesterday, 1) : yesterday

/** What a question says of its source; WeChat's is not named. */
export const sourceQuery = (source: ReportSource): { source?: ReportSource } =>
  source === 'collector' ? { source } : {}

/** What a view is kept under besides, so that no source shows the numbers of the other. */
export const sourceName = (source: ReportSource): string => (source === 'collector' ? '&collector' : '')
