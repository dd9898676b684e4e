import { useState } from 'react'
import type { Day } from '@/contract/periods'
import { rangeText } from '@/lib/dates'
import { rangeOf, spanOf, stepRange } from '@/lib/periods'
import { DateStepper, Dock, DockItem } from '@/ui'
import { useLocale, useText } from '../language/text'
import { DockActionItems, type DockActions } from '../report/dock-actions'
import { openNavigation } from '../shell/routes'
import { useNewest } from '../source/source-of-screen'
import { spanTitle } from '../trend/span-line'
import { RangeSheet } from './range-sheet'
import { chooseSpan, useSpan } from './span'

export interface RangeDockProps {
  appid: string
  yesterday: Day
  actions: DockActions
}

/** The controls of a report over days: menu, range, refresh. The range is the one that all pages of the app share. */
export function RangeDock({ appid, yesterday, actions }: RangeDockProps) {
  const { reports } = useText()
  const locale = useLocale()
  const span = useSpan(appid)
  const [isOpen, setOpen] = useState(false)
  const newest = useNewest(yesterday)
  const range = rangeOf(span, yesterday, newest)
  const move = (direction: -1 | 1) => {
    const moved = stepRange(range, direction, newest)
    return moved === null ? undefined : () => chooseSpan(appid, spanOf(moved, yesterday))
  }
  return (
    <>
      <Dock label={reports.date}>
        <DockItem narrowOnly icon="menu" text={reports.navigation} onPress={() => openNavigation(appid)} />
        <DateStepper
          title={spanTitle(spanOf(range, yesterday), range, 'day', locale)}
          subtitle={rangeText(range.from, range.to, yesterday)}
          labels={{ previous: reports.previous, next: reports.next, open: reports.date }}
          onPrevious={move(-1)}
          onNext={move(1)}
          onOpen={() => setOpen(true)}
        />
        <DockActionItems {...actions} />
      </Dock>
      <RangeSheet
        open={isOpen}
        span={span}
        yesterday={yesterday}
        granularity="day"
        onChoose={chosen => {
          chooseSpan(appid, chosen.span)
          setOpen(false)
        }}
        onClose={() => setOpen(false)}
      />
    </>
  )
}
