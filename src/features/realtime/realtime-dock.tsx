import { useState } from 'react'
import { addDays, type Day } from '@/contract/periods'
import { spokenDayWeekday } from '@/lib/dates'
import { DateStepper, Dock, DockItem, useWide } from '@/ui'
import type { RealtimeChoice } from '../choices/report-choices'
import { choose } from '../choices/store'
import { useLocale, useText } from '../language/text'
import { DaySheet } from '../period/range-sheet'
import { DockActionItems, type DockActions } from '../report/dock-actions'
import { openNavigation } from '../shell/routes'
import { ControlsSheet } from './controls-sheet'

export interface RealtimeDockProps {
  appid: string
  choice: RealtimeChoice
  /** `null`: today. */
  date: Day | null
  today: Day
  /** `0:00–14:05` */
  span: string
  onDate: (date: Day | null) => void
  actions: DockActions
}

/** The controls of 实时统计: menu, day, comparison, granularity and span. */
export function RealtimeDock({ appid, choice, date, today, span, onDate, actions }: RealtimeDockProps) {
  const { realtime, reports } = useText()
  const locale = useLocale()
  const isWide = useWide()
  const [open, setOpen] = useState<'day' | 'base' | 'controls' | null>(null)
  const close = () => setOpen(null)
  const day = date ?? today
  const go = (next: Day) => {
    close()
    onDate(next >= today ? null : next)
  }
  const change = (chosen: Partial<RealtimeChoice>) => choose(appid, 'realtime', chosen)
  return (
    <>
      <Dock label={reports.date}>
        <DockItem narrowOnly icon="menu" text={reports.navigation} onPress={() => openNavigation(appid)} />
        <DateStepper
          title={date === null ? reports.today : spokenDayWeekday(day, locale)}
          subtitle={span}
          labels={{ previous: reports.previous, next: reports.next, open: reports.date }}
          onPrevious={() => go(addDays(day, -1))}
          onNext={date === null ? undefined : () => go(addDays(day, 1))}
          onOpen={() => setOpen('day')}
        />
        <DockItem
          icon="compare"
          text={reports.compare}
          on={choice.compare}
          onPress={() => change({ compare: !choice.compare })}
        />
        <DockItem icon="clock" text={realtime.granularity(choice.granularity)} onPress={() => setOpen('controls')} />
        {isWide ? <DockActionItems {...actions} /> : null}
      </Dock>
      <ControlsSheet
        open={open === 'controls'}
        choice={choice}
        onChoose={change}
        onOtherDay={() => setOpen('base')}
        onClose={close}
      />
      <DaySheet
        open={open === 'day' || open === 'base'}
        date={open === 'base' && choice.base !== 'day' && choice.base !== 'week' ? choice.base : day}
        yesterday={addDays(today, -1)}
        onChoose={chosen => {
          if (open !== 'base') return go(chosen)
          close()
          change({ base: chosen, compare: true })
        }}
        onClose={close}
      />
    </>
  )
}
