import { Freshness, StandingBanner } from '@/features/freshness/freshness'
import { useLocale, useText } from '@/features/language/text'
import { useSignedIn } from '@/features/session/signed-in'
import { AppScreen } from '@/features/shell/app-screen'
import { NoRight } from '@/features/shell/no-right'
import { TroubleBanner } from '@/features/status/status-cards'
import { spanLine } from '@/features/trend/span-line'
import { TrendDock } from '@/features/trend/trend-dock'
import { MetricPills, TrendPanel } from '@/features/trend/trend-panel'
import { TrendTable } from '@/features/trend/trend-table'
import { useTrendPage } from '@/features/trend/use-trend-page'
import { Columns, Head } from '@/ui'

/** 用户趋势: one metric by days, weeks or months; chart and table. */
export default function TrendPage() {
  const { reports, states } = useText()
  const locale = useLocale()
  const isSignedIn = useSignedIn()
  const page = useTrendPage()
  const { appid, app, choice, view, explain, define, standing, onRetry } = page
  if (!isSignedIn) return null
  return (
    <AppScreen
      appid={appid}
      app={app}
      page="trend"
      isGone={page.isGone}
      head={
        <Head
          title={reports.trend}
          badge={<Freshness standing={standing} explain={explain} onRetry={onRetry} />}
          line={spanLine(view.range, choice.granularity, locale)}
          source={{ text: states.official }}
        />
      }
      dock={<TrendDock appid={appid} choice={choice} yesterday={page.yesterday} onRefresh={onRetry} />}
      over={
        <>
          {page.reason}
          {page.definition}
        </>
      }
    >
      {page.isForbidden ? (
        <NoRight app={app} section={reports.trend} />
      ) : (
        <>
          <MetricPills appid={appid} choice={choice} />
          <StandingBanner standing={standing} onRetry={onRetry} />
          <TroubleBanner appid={appid} />
          <Columns
            even
            left={<TrendPanel appid={appid} choice={choice} view={view} onDefine={define} />}
            right={
              <TrendTable
                answer={view.data}
                range={view.range}
                metric={choice.metric}
                granularity={choice.granularity}
                explain={explain}
              />
            }
          />
        </>
      )}
    </AppScreen>
  )
}
