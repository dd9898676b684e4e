import { useState } from 'react'
import type { Day } from '@/contract/periods'
import { rangeText } from '@/lib/dates'
import { askedRange, rangeOf, spanOf, stepRange } from '@/lib/periods'
import { DateStepper, Dock, DockItem } from '@/ui'
import { choose } from '../choices/store'
import { useLocale, useText } from '../language/text'
import { RangeSheet } from '../period/range-sheet'
import { DockActionItems, type DockActions } from '../report/dock-actions'
import { openNavigation } from '../shell/routes'
import { useNewest } from '../source/source-of-screen'
import type { TrendChoice } from './query-model'
import { spanTitle } from './span-line'

export interface TrendDockProps {
  appid: string
  choice: TrendChoice
  yesterday: Day
  actions: DockActions
}

/** The controls of 用户趋势: menu, range, comparison, refresh. */
export function TrendDock({ appid, choice, yesterday, actions }: TrendDockProps) {
  const { reports } = useText()
  const locale = useLocale()
  const [isOpen, setOpen] = useState(false)
  const newest = useNewest(yesterday)
  const range = rangeOf(choice.span, yesterday, newest)
  const move = (direction: -1 | 1) => {
    const moved = stepRange(range, direction, newest)
    return moved === null ? undefined : () => choose(appid, 'trend', { span: spanOf(moved, yesterday) })
  }
  const asked = askedRange(choice.granularity, range, yesterday)
  return (
    <>
      <Dock label={reports.date}>
        <DockItem narrowOnly icon="menu" text={reports.navigation} onPress={() => openNavigation(appid)} />
        <DateStepper
          title={spanTitle(spanOf(range, yesterday), asked, choice.granularity, locale)}
          subtitle={rangeText(asked.from, asked.to, yesterday)}
          labels={{ previous: reports.previous, next: reports.next, open: reports.date }}
          onPrevious={move(-1)}
          onNext={move(1)}
          onOpen={() => setOpen(true)}
        />
        <DockItem
          icon="compare"
          text={reports.compare}
          on={choice.compare}
          onPress={() => choose(appid, 'trend', { compare: !choice.compare })}
        />
        <DockActionItems {...actions} />
      </Dock>
      <RangeSheet
        open={isOpen}
        span={choice.span}
        compare={choice.compare}
        yesterday={yesterday}
        granularity={choice.granularity}
        onChoose={chosen => {
          choose(appid, 'trend', chosen)
          setOpen(false)
        }}
        onClose={() => setOpen(false)}
      />
    </>
  )
}
