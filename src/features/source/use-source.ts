import type { ReportSource } from '../../contract/report-envelope'
import { choose, useReportChoice } from '../choices/store'
import type { ReportPage } from '../shell/routes'
import { useStatus } from '../status/queries'
import { hasBothSources, sourceOf } from './model'

/** The source of an app's report, and whether the person may choose the other one. */
export function useSource(appid: string, page: ReportPage) {
  const { source: chosen } = useReportChoice(appid, 'source')
  const status = useStatus(appid).data
  const hasEvents = status === null ? chosen === 'collector' : status.collector.lastEventAt !== null
  return { source: sourceOf(page, chosen, hasEvents), hasChoice: hasEvents && hasBothSources(page) }
}

/** Holds for every report of the app from now on. */
export const chooseSource = (appid: string, source: ReportSource): void => choose(appid, 'source', { source })
