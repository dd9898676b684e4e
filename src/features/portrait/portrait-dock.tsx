import { portraitDays } from '@/contract/portrait'
import { Dock, DockItem, Segmented } from '@/ui'
import type { PortraitChoice } from '../choices/report-choices'
import { choose } from '../choices/store'
import { useText } from '../language/text'
import { DockActionItems, type DockActions } from '../report/dock-actions'
import { openNavigation } from '../shell/routes'

export interface PortraitDockProps {
  appid: string
  choice: PortraitChoice
  actions: DockActions
}

/** The controls of 用户画像: menu, one of the three ranges that WeChat draws, refresh. */
export function PortraitDock({ appid, choice, actions }: PortraitDockProps) {
  const { reports, portrait } = useText()
  return (
    <Dock label={reports.date}>
      <DockItem narrowOnly icon="menu" text={reports.navigation} onPress={() => openNavigation(appid)} />
      <Segmented
        full
        surface="page"
        label={reports.date}
        options={portraitDays.map(id => ({ id, text: portrait.days[id] }))}
        value={choice.days}
        onChange={days => choose(appid, 'portrait', { days })}
      />
      <DockActionItems {...actions} />
    </Dock>
  )
}
