import type { OverviewAnswer } from '@/contract/reports'
import { monthDayWeekday } from '@/lib/dates'
import { Card, ListHeading, Notice } from '@/ui'
import { useLocale, useText } from '../language/text'
import { noticeOf, shownDay } from './model'

/** Says that the day asked for has no numbers and which day is shown in its place. */
export function DayNotice({ answer }: { answer: OverviewAnswer | null }) {
  const { states } = useText()
  const locale = useLocale()
  if (answer === null) return null
  const notice = noticeOf(answer, locale)
  const day = shownDay(answer)
  return (
    <>
      {notice === null ? null : (
        <Card>
          <Notice icon={notice.icon} title={notice.title} lines={notice.lines} />
        </Card>
      )}
      {day.isLatest ? <ListHeading title={states.latestDay(monthDayWeekday(day.date, locale))} /> : null}
    </>
  )
}
