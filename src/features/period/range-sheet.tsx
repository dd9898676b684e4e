import { addDays, countDays, type Day, type Granularity, MAX_RANGE_DAYS } from '@/contract/periods'
import { monthText, rangeText, spokenDayWeekday, spokenRange, weekdayHeads } from '@/lib/dates'
import { comparisonFrom, type Range, rangeOf, type Span, spanOf } from '@/lib/periods'
import { DateSheet } from '@/ui'
import { useLocale, useText } from '../language/text'
import { useNewest } from '../source/source-of-screen'

/** WeChat's analysis of mini programs begins here. */
const EARLIEST = '2017-01-01'

export interface RangeSheetProps {
  open: boolean
  span: Span
  /** Left out where nothing is compared. */
  compare?: boolean
  yesterday: Day
  granularity: Granularity
  onChoose: (choice: { span: Span; compare: boolean }) => void
  onClose: () => void
}

/** Words and limits that every date sheet shares. */
export function useDateTexts() {
  const { reports, states } = useText()
  const locale = useLocale()
  return {
    title: reports.date,
    close: states.close,
    presets: reports.date,
    custom: reports.custom,
    weekdays: weekdayHeads(locale),
    month: (month: string) => monthText(`${month}-01`, locale),
    previous: reports.previous,
    next: reports.next,
    day: (day: Day) => spokenDayWeekday(day, locale),
    start: reports.start,
  }
}

/** Keeps a range within what one call may ask for: the newest days stay. */
const within = (range: Range): Range =>
  countDays(range.from, range.to) <= MAX_RANGE_DAYS
    ? range
    : { from: addDays(range.to, 1 - MAX_RANGE_DAYS), to: range.to }

/** Chooses a range of days and whether it is compared. */
export function RangeSheet({ open, span, compare, yesterday, granularity, onChoose, onClose }: RangeSheetProps) {
  const { reports, numbers } = useText()
  const locale = useLocale()
  const texts = useDateTexts()
  const newest = useNewest(yesterday)
  const hasToday = newest !== yesterday
  const preset = (id: 'today' | 'yesterday' | 'last7' | 'last30', text: string) => ({
    id,
    text,
    ...rangeOf({ preset: id }, yesterday, newest),
  })
  const range = rangeOf(span, yesterday, newest)
  const comparison = (chosen: Range) => {
    const from = comparisonFrom('day', chosen)
    const to = addDays(from, countDays(chosen.from, chosen.to) - 1)
    return reports.compareWith(rangeText(from, to, yesterday))
  }
  return (
    <DateSheet
      id="date-sheet"
      open={open}
      value={{ ...range, preset: null, compare: compare ?? false }}
      presets={[
        ...(hasToday ? [preset('today', reports.today)] : []),
        preset('yesterday', reports.yesterday),
        preset('last7', hasToday ? reports.last7 : reports.recent7),
        preset('last30', hasToday ? reports.last30 : reports.recent30),
      ]}
      min={EARLIEST}
      max={newest}
      notes={{ [newest]: reports.today, [yesterday]: reports.yesterday }}
      texts={{
        ...texts,
        ...(compare === undefined ? {} : { compare: reports.compare }),
        ...(compare !== undefined && granularity === 'day' ? { compareRange: comparison } : {}),
        confirm: chosen => {
          const asked = within(chosen)
          return reports.view(
            spokenRange(asked.from, asked.to, locale, yesterday),
            numbers.days(countDays(asked.from, asked.to)),
          )
        },
      }}
      onConfirm={chosen =>
        onChoose({ span: spanOf(within({ from: chosen.from, to: chosen.to }), yesterday), compare: chosen.compare })
      }
      onClose={onClose}
    />
  )
}

/** Chooses one day. */
export function DaySheet(props: {
  open: boolean
  date: Day
  yesterday: Day
  onChoose: (date: Day) => void
  onClose: () => void
}) {
  const { open, date, yesterday, onChoose, onClose } = props
  const { reports } = useText()
  const locale = useLocale()
  const texts = useDateTexts()
  const newest = useNewest(yesterday)
  return (
    <DateSheet
      single
      id="day-sheet"
      open={open}
      value={{ from: date, to: date, preset: null, compare: false }}
      presets={[
        ...(newest === yesterday ? [] : [{ id: 'today', text: reports.today, from: newest, to: newest }]),
        { id: 'yesterday', text: reports.yesterday, from: yesterday, to: yesterday },
      ]}
      min={EARLIEST}
      max={newest}
      texts={{ ...texts, confirm: ({ from }) => reports.viewDay(spokenDayWeekday(from, locale)) }}
      onConfirm={({ from }) => onChoose(from)}
      onClose={onClose}
    />
  )
}
