import { call } from '@/api'
import { useView } from '@/api/view'
import type { Day } from '@/contract/periods'
import type { RealtimeGranularity } from '@/contract/realtime'
import type { RealtimeAnswer } from '@/contract/report-realtime'
import type { RealtimeChoice } from '../choices/report-choices'
import { minuteNow } from '../clock/now'
import { baseOf, minutesOf, timesOf } from './spans'

/** How often the page asks again while it is in front, ms. */
const EVERY = 20_000

export interface RealtimeAsk {
  appid: string
  /** `null`: today. */
  date: Day | null
  today: Day
  page: string | null
  choice: RealtimeChoice
  isLocked: boolean
}

/** The question behind what is on screen, at a minute of today. */
export function realtimeQuery({ date, today, page, choice }: Omit<RealtimeAsk, 'appid' | 'isLocked'>) {
  const { granularity, span } = choice
  const day = date ?? today
  const base = baseOf(choice, day)
  return {
    date: day,
    granularity: `${granularity}` as RealtimeGranularity,
    ...timesOf(minutesOf(span, granularity, date === null ? minuteNow() : null)),
    ...(page === null ? {} : { page }),
    ...(base === null ? {} : { compareDate: base }),
  }
}

/** 实时统计 of a day; today's is asked again while it is looked at. */
export function useRealtime(ask: RealtimeAsk) {
  const { appid, date, page, choice, isLocked } = ask
  const { granularity, span } = choice
  const named = [date ?? 'today', granularity, span, baseOf(choice, date ?? ask.today) ?? '', page ?? '']
  return useView<RealtimeAnswer>({
    name: `${appid}/realtime?${named.join('&')}`,
    read: signal => call('readRealtime', { params: { appid }, query: realtimeQuery(ask) }, { signal }),
    enabled: !isLocked && appid !== '',
    staleTime: EVERY,
    poll: () => (date === null ? EVERY : false),
  })
}
