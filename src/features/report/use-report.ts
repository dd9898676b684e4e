import { useCallback } from 'react'
import type { View } from '@/api/view'
import type { Freshness } from '@/contract/reports'
import { rangeOf } from '@/lib/periods'
import { useApp } from '../apps/queries'
import { useYesterday } from '../clock/now'
import { isForbidden, isGone } from '../freshness/model'
import { useSpan } from '../period/span'
import { useExplain } from '../shell/explain'
import { maySee } from '../shell/modules'
import { useAppid } from '../shell/params'
import { usePull } from '../shell/pull'
import type { ReportPage } from '../shell/routes'
import { newestOf } from '../source/model'
import { useSource } from '../source/use-source'

/** Whose report it is, over which days, who counted, and whether it is open to the person. */
export function useReportPlace(page: ReportPage) {
  const appid = useAppid()
  const app = useApp(appid)
  const yesterday = useYesterday()
  const span = useSpan(appid)
  const isLocked = !maySee(app, page)
  const source = useSource(appid, page)
  const newest = newestOf(source.source, yesterday)
  return { page, appid, app, yesterday, newest, span, range: rangeOf(span, yesterday, newest), isLocked, ...source }
}

export type ReportPlace = ReturnType<typeof useReportPlace>

/** How the answer of a report stands, and what a tap on it opens; `freshness` where only a part of the answer is on screen. */
export function useReport<Answer extends { freshness: Freshness; revised?: string[] | undefined }>(
  place: ReportPlace,
  view: View<Answer>,
  freshness: Freshness | null = view.data?.freshness ?? null,
) {
  const { explain, sheet: reason } = useExplain()
  const onRetry = useCallback(() => void view.refetch(), [view.refetch])
  usePull(view.refetch)
  return {
    ...place,
    view,
    standing: { ...view, freshness, source: place.source },
    /** Names of the periods that WeChat changed later. */
    revised: view.data?.revised,
    explain,
    reason,
    onRetry,
    isGone: isGone(view.error),
    isForbidden: place.isLocked || isForbidden(view.error),
  }
}

export type Report = Omit<ReturnType<typeof useReport>, 'view'>
