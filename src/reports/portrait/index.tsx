import { PortraitCards } from '@/features/portrait/portrait-cards'
import { PortraitChoices } from '@/features/portrait/portrait-choices'
import { PortraitDock } from '@/features/portrait/portrait-dock'
import { PortraitNotice } from '@/features/portrait/portrait-notice'
import { usePortraitPage } from '@/features/portrait/use-portrait-page'
import { ReportScreen } from '@/features/report/report-screen'

/** 用户画像: gender and age, places, phones. */
export default function PortraitPage() {
  const page = usePortraitPage()
  const { report, choice, answer, range } = page
  const { appid, onRetry } = report
  return (
    <ReportScreen
      report={report}
      range={range}
      table={{ endpoint: 'readPortrait', query: { ...choice } }}
      dock={<PortraitDock appid={appid} choice={choice} onRefresh={onRetry} />}
      over={page.definition}
    >
      <PortraitChoices appid={appid} choice={choice} />
      <PortraitNotice answer={answer} />
      <PortraitCards
        answer={answer}
        shown={page.shown}
        isReading={page.isReading}
        onDefine={page.onDefine}
        onRetry={onRetry}
      />
    </ReportScreen>
  )
}
