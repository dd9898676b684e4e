import { call } from '@/api'
import { PORTFOLIO_VIEW } from '@/api/forget-apps'
import { useView } from '@/api/view'
import type { Portfolio } from '@/contract/portfolio'
import { pollAfter } from '../freshness/model'

/** All apps whose overview one may read; looked at again as soon as the first of them is worth it. */
export const usePortfolio = () =>
  useView<Portfolio>({
    name: PORTFOLIO_VIEW,
    read: signal => call('readPortfolio', { query: {} }, { signal }),
    poll: ({ apps }) => {
      const waits = apps.map(app => pollAfter(app)).filter(wait => wait !== false)
      return waits.length === 0 ? false : Math.min(...waits)
    },
  })
