import { Box, Glyph, Tap } from '@/platform/elements'
import { classNames } from './class-names'
import { Icon } from './icon'
import { type DayRange, dayPlace, monthCells, monthOf, shiftMonth } from './month-grid-model'

export interface MonthGridTexts {
  /** Seven, Monday first. */
  weekdays: readonly string[]
  /** `2026-07` → `2026年7月` */
  month: (month: string) => string
  previous: string
  next: string
  /** `2026-07-14` → `7月14日 周二`, for a screen reader. */
  day: (day: string) => string
  /** Under the first day: `起`. */
  start: string
}

export interface MonthGridProps {
  month: string
  onMonth: (month: string) => void
  range: DayRange
  onDay: (day: string) => void
  /** First and last day that may be chosen. */
  min: string
  max: string
  /** Small words under days: releases, 昨天. */
  notes?: Readonly<Record<string, string>> | undefined
  texts: MonthGridTexts
}

/** One month to choose days from. */
export function MonthGrid({ month, onMonth, range, onDay, min, max, notes, texts }: MonthGridProps) {
  const hasPrevious = month > monthOf(min)
  const hasNext = month < monthOf(max)
  return (
    <>
      <Box className="da-cal-h">
        <Tap
          className={classNames('da-cal-b', 'da-cal-prev', !hasPrevious && 'da-cal-b-off')}
          aria-label={texts.previous}
          disabled={!hasPrevious}
          onPress={() => onMonth(shiftMonth(month, -1))}
        >
          <Icon name="left" size={16} />
        </Tap>
        <Box tag="h3" className="da-cal-m" aria-live="polite">
          {texts.month(month)}
        </Box>
        <Tap
          className={classNames('da-cal-b', 'da-cal-next', !hasNext && 'da-cal-b-off')}
          aria-label={texts.next}
          disabled={!hasNext}
          onPress={() => onMonth(shiftMonth(month, 1))}
        >
          <Icon name="right" size={16} />
        </Tap>
      </Box>
      <Box className="da-cal" role="group" aria-label={texts.month(month)}>
        {texts.weekdays.map(weekday => (
          <Box tag="span" className="da-cal-w" key={weekday} aria-hidden>
            {weekday}
          </Box>
        ))}
        {monthCells(month).map(({ day, number }, at) => {
          if (day === null) {
            // biome-ignore lint/suspicious/noArrayIndexKey: a blank has only its place
            return <Box tag="span" className="da-day" key={at} />
          }
          const place = dayPlace(range, day)
          const off = day < min || day > max
          const note = place === 'start' ? (notes?.[day] ?? texts.start) : notes?.[day]
          return (
            <Tap
              key={day}
              className={classNames(
                'da-day',
                off && 'da-day-off',
                place === 'inside' && 'da-day-in',
                (place === 'start' || place === 'only') && 'da-day-a',
                (place === 'end' || place === 'only') && 'da-day-z',
              )}
              aria-label={note && !off ? `${texts.day(day)} ${note}` : texts.day(day)}
              aria-pressed={place !== null}
              disabled={off}
              onPress={() => onDay(day)}
            >
              {number}
              {note && !off ? <Glyph className="da-day-s da-cut" text={note} /> : null}
            </Tap>
          )
        })}
      </Box>
    </>
  )
}
