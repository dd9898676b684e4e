import { useLocale, useText } from '@/features/language/text'
import { hasPeople } from '@/features/portrait/model'
import { portraitPicture } from '@/features/portrait/picture'
import { PortraitCards } from '@/features/portrait/portrait-cards'
import { PortraitChoices } from '@/features/portrait/portrait-choices'
import { PortraitDock } from '@/features/portrait/portrait-dock'
import { PortraitNotice } from '@/features/portrait/portrait-notice'
import { usePortraitPage } from '@/features/portrait/use-portrait-page'
import { ReportScreen } from '@/features/report/report-screen'
import { Slot } from '@/platform/elements'

/** 用户画像: gender and age, places, phones. */
export default function PortraitPage() {
  const { apps, portrait } = useText()
  const locale = useLocale()
  const page = usePortraitPage()
  const { report, choice, answer, shown, range } = page
  const { appid, onRetry } = report
  return (
    <ReportScreen
      report={report}
      range={range}
      picture={shown && hasPeople(shown.lists) ? () => portraitPicture(shown, locale) : null}
      table={{
        endpoint: 'readPortrait',
        query: { ...choice },
        name: `${apps.portrait} ${portrait.kind[choice.users]}`,
      }}
      isEmpty={shown === null || !hasPeople(shown.lists)}
      leadsOn={false}
      dock={actions => <PortraitDock appid={appid} choice={choice} actions={actions} />}
      over={page.definition}
    >
      <PortraitChoices appid={appid} choice={choice} />
      <Slot>
        <PortraitNotice answer={answer} />
      </Slot>
      <Slot>
        <PortraitCards
          answer={answer}
          shown={shown}
          question={`${choice.days} ${choice.users}`}
          isReading={page.isReading}
          onDefine={page.onDefine}
          onRetry={onRetry}
        />
      </Slot>
    </ReportScreen>
  )
}
