import { Freshness, StandingBanner } from '@/features/freshness/freshness'
import { useLocale, useText } from '@/features/language/text'
import { DayNotice } from '@/features/overview/day-notice'
import { MetricCards } from '@/features/overview/metric-cards'
import { OverviewDock } from '@/features/overview/overview-dock'
import { TopPagesCard } from '@/features/overview/top-pages-card'
import { TrendCard } from '@/features/overview/trend-card'
import { useOverviewPage } from '@/features/overview/use-overview-page'
import { useSignedIn } from '@/features/session/signed-in'
import { AppScreen } from '@/features/shell/app-screen'
import { maySee } from '@/features/shell/modules'
import { NoRight } from '@/features/shell/no-right'
import { BackfillCard, TroubleBanner } from '@/features/status/status-cards'
import { dataDate } from '@/lib/dates'
import { Columns, Head, useWide } from '@/ui'

/** 数据概况: yesterday's ten numbers, one trend, top pages. */
export default function OverviewPage() {
  const { reports, states } = useText()
  const locale = useLocale()
  const isSignedIn = useSignedIn()
  const isWide = useWide()
  const page = useOverviewPage()
  const { appid, app, answer, explain, define, standing, onRetry } = page
  if (!isSignedIn) return null
  return (
    <AppScreen
      appid={appid}
      app={app}
      page="overview"
      isGone={page.isGone}
      head={
        <Head
          title={reports.overview}
          badge={<Freshness standing={standing} explain={explain} onRetry={onRetry} />}
          line={`${reports.dataDate} ${dataDate(page.date, locale)}`}
          source={{ text: states.official }}
        />
      }
      dock={
        <OverviewDock
          appid={appid}
          date={page.date}
          yesterday={page.yesterday}
          onDate={page.setDate}
          onRefresh={onRetry}
        />
      }
      over={
        <>
          {page.reason}
          {page.definition}
        </>
      }
    >
      {page.isForbidden ? (
        <NoRight app={app} section={reports.overview} />
      ) : (
        <>
          <StandingBanner standing={standing} onRetry={onRetry} />
          <TroubleBanner appid={appid} />
          <DayNotice answer={answer} />
          <MetricCards
            answer={answer}
            isReading={page.isReading}
            selected={isWide ? page.metric : null}
            onDefine={define}
            onTrend={page.onTrend}
            explain={explain}
          />
          <Columns
            left={
              <TrendCard
                appid={appid}
                isLocked={!maySee(app, 'trend')}
                yesterday={page.yesterday}
                height={isWide ? 264 : undefined}
                onDefine={define}
              />
            }
            right={<TopPagesCard answer={answer} explain={explain} />}
          />
          <BackfillCard appid={appid} />
        </>
      )}
    </AppScreen>
  )
}
