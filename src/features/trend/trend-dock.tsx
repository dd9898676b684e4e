import { useState } from 'react'
import type { Day } from '@/contract/periods'
import { rangeText } from '@/lib/dates'
import { rangeOf, type Span, spanOf, stepRange } from '@/lib/periods'
import { DateStepper, Dock, DockItem } from '@/ui'
import { choose } from '../choices/store'
import { useText } from '../language/text'
import { RangeSheet } from '../period/range-sheet'
import { openNavigation } from '../shell/routes'
import type { TrendChoice } from './query-model'

export interface TrendDockProps {
  appid: string
  choice: TrendChoice
  yesterday: Day
  onRefresh: () => void
}

/** The controls of 用户趋势: menu, range, comparison, refresh. */
export function TrendDock({ appid, choice, yesterday, onRefresh }: TrendDockProps) {
  const { reports } = useText()
  const [isOpen, setOpen] = useState(false)
  const range = rangeOf(choice.span, yesterday)
  const move = (direction: -1 | 1) => {
    const moved = stepRange(range, direction, yesterday)
    return moved === null ? undefined : () => choose(appid, 'trend', { span: spanOf(moved, yesterday) })
  }
  const titles: Record<Span['preset'], string> = {
    last7: reports.recent7,
    last30: reports.recent30,
    custom: reports.customRange,
  }
  return (
    <>
      <Dock label={reports.date}>
        <DockItem narrowOnly icon="menu" text={reports.navigation} onPress={() => openNavigation(appid)} />
        <DateStepper
          title={titles[choice.span.preset]}
          subtitle={rangeText(range.from, range.to)}
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
        <DockItem icon="refresh" text={reports.refresh} onPress={onRefresh} />
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
