import { call } from '@/api'
import { useView, type View } from '@/api/view'
import { addDays, countDays, type Day } from '@/contract/periods'
import type { ReportSource } from '@/contract/report-envelope'
import type { Freshness, TrendAnswer } from '@/contract/reports'
import type { Range } from '@/lib/periods'
import { pollAfter } from '../freshness/model'
import { freshnessOf, pointsIn } from './model'
import { type TrendChoice, trendRequest, trendViewName } from './query-model'

export interface TrendView extends View<TrendAnswer> {
  /** The range on screen. */
  range: Range
}

/** The trend of a choice; `bases` also reads the periods that the first rows are compared with. */
export function useTrend(
  appid: string,
  report: 'overview-trend' | 'trend',
  choice: TrendChoice,
  yesterday: Day,
  source: ReportSource,
  enabled = true,
): TrendView {
  const { query, range } = trendRequest(choice, yesterday, report === 'trend', source)
  const view = useView<TrendAnswer>({
    name: trendViewName(appid, report, choice, source),
    read: signal => call('readTrend', { params: { appid }, query }, { signal }),
    enabled: enabled && appid !== '',
    poll: pollAfter,
  })
  return { ...view, range: view.data === null ? range : keptRange(view.data, range) }
}

/** A view kept since an earlier day is shown with the days that it has. */
function keptRange({ range }: TrendAnswer, asked: Range): Range {
  const lag = countDays(range.to, asked.to) - 1
  return lag > 0 ? { from: addDays(asked.from, -lag), to: range.to } : asked
}

/** How the range on screen stands; the days read for comparison only do not count. */
export const trendFreshness = ({ data, range }: Pick<TrendView, 'data' | 'range'>): Freshness | null =>
  data === null ? null : freshnessOf(data.freshness, pointsIn(data.data.points, range))
