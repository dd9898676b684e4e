import { useState } from 'react'
import type { Day } from '@/contract/periods'
import { monthDayWeekday } from '@/lib/dates'
import { choose, useReportChoice } from '../choices/store'
import { minuteNow } from '../clock/now'
import { useLocale, useText } from '../language/text'
import { useReport, useReportPlace } from '../report/use-report'
import { spanText } from './model'
import { realtimeQuery, useRealtime } from './queries'
import { baseOf, minutesOf } from './spans'

/** What 实时统计 is made of: the day, the page and the span chosen, and their answer. */
export function useRealtimePage() {
  const { reports } = useText()
  const locale = useLocale()
  const place = useReportPlace('realtime')
  const { appid, isLocked } = place
  const today = place.newest
  const choice = useReportChoice(appid, 'realtime')
  const [date, setDate] = useState<Day | null>(null)
  const [page, setPage] = useState<string | null>(null)
  const ask = { date, today, page, choice }
  const view = useRealtime({ ...ask, appid, isLocked })
  const report = useReport(place, view)
  const day = date ?? today
  const base = baseOf(choice, day)
  const minute = date === null ? minuteNow() : null
  return {
    report,
    view,
    answer: view.data,
    choice,
    date,
    day,
    today,
    base,
    page,
    setDate,
    setPage,
    span: spanText(minutesOf(choice.span, choice.granularity, minute), minute),
    names: {
      day: date === null ? reports.today : monthDayWeekday(day, locale),
      base: base === null ? '' : monthDayWeekday(base, locale),
    },
    query: () => realtimeQuery(ask),
    onChoice: (change: Partial<typeof choice>) => choose(appid, 'realtime', change),
  }
}

export type RealtimePage = ReturnType<typeof useRealtimePage>
