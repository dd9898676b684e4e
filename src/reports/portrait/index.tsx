import { ExportButton } from '@/features/export/export-button'
import { useText } from '@/features/language/text'
import { PortraitCards } from '@/features/portrait/portrait-cards'
import { PortraitChoices } from '@/features/portrait/portrait-choices'
import { PortraitDock } from '@/features/portrait/portrait-dock'
import { PortraitNotice } from '@/features/portrait/portrait-notice'
import { usePortraitPage } from '@/features/portrait/use-portrait-page'
import { ReportScreen } from '@/features/report/report-screen'
import { useSignedIn } from '@/features/session/signed-in'
import { useToast } from '@/ui'

/** 用户画像: gender and age, places, phones. */
export default function PortraitPage() {
  const { apps } = useText()
  const isSignedIn = useSignedIn()
  const { toast, show } = useToast()
  const page = usePortraitPage()
  const { report, choice, answer, range } = page
  const { appid, onRetry } = report
  if (!isSignedIn) return null
  return (
    <ReportScreen
      report={report}
      range={range}
      dock={<PortraitDock appid={appid} choice={choice} onRefresh={onRetry} />}
      over={
        <>
          {page.definition}
          {toast}
        </>
      }
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
      <ExportButton
        app={report.app}
        endpoint="readPortrait"
        query={{ ...choice }}
        report={apps.portrait}
        range={range}
        onDone={show}
      />
    </ReportScreen>
  )
}
