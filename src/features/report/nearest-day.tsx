import { monthDayWeekday, monthText } from '@/lib/dates'
import type { Range } from '@/lib/periods'
import { Button } from '@/ui'
import { useLocale, useText } from '../language/text'
import { chooseSpan } from '../period/span'
import { useNearest } from './use-nearest'
import type { Report } from './use-report'

/** Leads from days without numbers to the nearest that have some; nothing where none has, or the person may not see them. */
export function NearestDay({ report, range }: { report: Report; range: Range }) {
  const { reports } = useText()
  const locale = useLocale()
  const nearest = useNearest(report, range)
  if (nearest === null) return null
  const { kind, day, span } = nearest
  return (
    <Button
      block
      small
      text={
        kind === 'day' ? reports.nearestDay(monthDayWeekday(day, locale)) : reports.nearestMonth(monthText(day, locale))
      }
      onPress={() => chooseSpan(report.appid, span)}
    />
  )
}
