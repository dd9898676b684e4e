import { useState } from 'react'
import { addDays, type Day } from '@/contract/periods'
import { spokenDayWeekday } from '@/lib/dates'
import { DateStepper, Dock, DockItem } from '@/ui'
import { choose, useReportChoice } from '../choices/store'
import { useLocale, useText } from '../language/text'
import { DaySheet } from '../period/range-sheet'
import { DockActionItems, type DockActions } from '../report/dock-actions'
import { openNavigation } from '../shell/routes'
import { useNewest } from '../source/source-of-screen'

export interface OverviewDockProps {
  appid: string
  date: Day
  yesterday: Day
  /** null = yesterday. */
  onDate: (date: Day | null) => void
  actions: DockActions
}

/** The controls of 数据概况: menu, day, comparison, refresh. */
export function OverviewDock({ appid, date, yesterday, onDate, actions }: OverviewDockProps) {
  const { reports } = useText()
  const locale = useLocale()
  const { compare } = useReportChoice(appid, 'overview')
  const [isOpen, setOpen] = useState(false)
  const newest = useNewest(yesterday)
  const go = (day: Day) => {
    setOpen(false)
    onDate(day === yesterday ? null : day)
  }
  return (
    <>
      <Dock label={reports.date}>
        <DockItem narrowOnly icon="menu" text={reports.navigation} onPress={() => openNavigation(appid)} />
        <DateStepper
          title={spokenDayWeekday(date, locale)}
          subtitle={reports.dataDate}
          labels={{ previous: reports.previous, next: reports.next, open: reports.date }}
          onPrevious={() => go(addDays(date, -1))}
          onNext={date < newest ? () => go(addDays(date, 1)) : undefined}
          onOpen={() => setOpen(true)}
        />
        <DockItem
          icon="compare"
          text={reports.compare}
          on={compare}
          onPress={() => choose(appid, 'overview', { compare: !compare })}
        />
        <DockActionItems {...actions} />
      </Dock>
      <DaySheet open={isOpen} date={date} yesterday={yesterday} onChoose={go} onClose={() => setOpen(false)} />
    </>
  )
}
