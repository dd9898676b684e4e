import { useCallback, useMemo, useState } from 'react'
import { scrollToTop } from '@/platform/scroll'
import { useApps } from '../apps/queries'
import { useYesterday } from '../clock/now'
import { useLocale } from '../language/text'
import { useExplain } from '../shell/explain'
import { usePull } from '../shell/pull'
import { type ChangeBase, type PortfolioMetric, portfolioDay, portfolioRows, wholeFreshness } from './model'
import { usePortfolio } from './queries'

/** What 组合 is made of: every app's yesterday, by one metric, against one base. */
export function usePortfolioPage() {
  const locale = useLocale()
  const yesterday = useYesterday()
  const view = usePortfolio()
  const { data: list } = useApps()
  const { explain, sheet: reason } = useExplain()
  const [metric, setMetric] = useState<PortfolioMetric>('visit_uv')
  const [base, setBase] = useState<ChangeBase>('week')
  const [isChoosing, setChoosing] = useState(false)
  usePull(view.refetch)
  const apps = view.data?.apps
  const visible = list?.apps ?? null
  const rows = useMemo(
    () => (apps === undefined ? null : portfolioRows({ apps, visible, metric, base, locale })),
    [apps, visible, metric, base, locale],
  )
  return {
    view,
    standing: { ...view, freshness: wholeFreshness(apps ?? []) },
    date: portfolioDay(apps) ?? yesterday,
    rows,
    metric,
    base,
    isChoosing,
    setChoosing,
    onMetric: useCallback((id: PortfolioMetric) => {
      scrollToTop()
      setMetric(id)
    }, []),
    onBase: useCallback((id: ChangeBase) => {
      setChoosing(false)
      scrollToTop()
      setBase(id)
    }, []),
    onRetry: () => void view.refetch(),
    explain,
    reason,
  }
}

export type PortfolioPage = ReturnType<typeof usePortfolioPage>
