import { useState } from 'react'
import { useLocale } from '@/features/language/text'
import { CurveCard } from '@/features/realtime/curve-card'
import { LiveBadge } from '@/features/realtime/live-badge'
import { LivePagesCard } from '@/features/realtime/live-pages-card'
import { hasEvents } from '@/features/realtime/model'
import { NotConnected } from '@/features/realtime/not-connected'
import { NowCard } from '@/features/realtime/now-card'
import { PageSheet } from '@/features/realtime/page-sheet'
import { realtimePicture } from '@/features/realtime/picture'
import { RealtimeDock } from '@/features/realtime/realtime-dock'
import { useRealtimePage } from '@/features/realtime/use-realtime-page'
import { ReportScreen } from '@/features/report/report-screen'
import { dataDate } from '@/lib/dates'
import { Columns, useWide } from '@/ui'

/** 实时统计: who is there now, the curve of the day beside another day, the pages being viewed. */
export default function RealtimePage() {
  const locale = useLocale()
  const isWide = useWide()
  const page = useRealtimePage()
  const [isPicking, setPicking] = useState(false)
  const { report, answer, view, choice, day, base, span, names } = page
  const { granularity } = choice
  const isConnected = answer === null || hasEvents(answer.data)
  const isLost = answer === null && view.error !== null
  const choosePage = (path: string | null) => {
    setPicking(false)
    page.setPage(path)
  }
  return (
    <ReportScreen
      report={report}
      range={{ from: day, to: day }}
      picture={answer && isConnected ? () => realtimePicture(answer, page, locale) : null}
      table={{ endpoint: 'readRealtime', query: page.query() }}
      isEmpty={answer === null || !isConnected}
      leadsOn={false}
      line={dataDate(day, locale)}
      badge={<LiveBadge page={page} />}
      dock={actions => (
        <RealtimeDock
          appid={report.appid}
          choice={choice}
          date={page.date}
          today={page.today}
          span={span}
          onDate={page.setDate}
          actions={actions}
        />
      )}
      over={
        <PageSheet
          open={isPicking}
          answer={answer}
          page={page.page}
          onChoose={choosePage}
          onClose={() => setPicking(false)}
        />
      }
    >
      {isConnected ? (
        <>
          {isLost ? null : (
            <NowCard answer={answer} isToday={page.date === null} granularity={granularity} base={base} span={span} />
          )}
          <Columns
            left={
              <CurveCard
                answer={answer}
                isReading={view.isFetching}
                granularity={granularity}
                names={names}
                page={page.page}
                height={isWide ? 264 : undefined}
                onPage={() => setPicking(true)}
                onRetry={report.onRetry}
              />
            }
            right={isLost ? null : <LivePagesCard answer={answer} span={span} onPage={choosePage} />}
          />
        </>
      ) : (
        <NotConnected app={report.app} />
      )}
    </ReportScreen>
  )
}
