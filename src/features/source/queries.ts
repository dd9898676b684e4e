import { call } from '@/api'
import { useView } from '@/api/view'
import { addDays, type Day } from '@/contract/periods'
import type { ReconcileAnswer } from '@/contract/report-reconcile'
import { pollAfter } from '../freshness/model'
import type { ReconciledMetric } from './reconcile-model'

const DAYS = 7

/** WeChat's and our own numbers of the last seven days side by side. */
export const useReconcile = (appid: string, yesterday: Day, metric: ReconciledMetric) =>
  useView<ReconcileAnswer>({
    name: `${appid}/reconcile?${metric}`,
    read: signal => {
      const range = { from: addDays(yesterday, 1 - DAYS), to: yesterday }
      return call('readReconcile', { params: { appid }, query: { ...range, metric } }, { signal })
    },
    enabled: appid !== '',
    poll: pollAfter,
  })
