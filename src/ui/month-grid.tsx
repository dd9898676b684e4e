import type { CSSProperties } from 'react'
import { Box, Glyph, Tap } from '@/platform/elements'
import { tellsEachCell } from '@/platform/system'
import { classNames } from './class-names'
import { Icon } from './icon'
import { type DayRange, dayOf, dayPlace, monthDays, monthOf, shiftMonth } from './month-grid-model'

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

/** Every month keeps the same 31 elements, so that turning it over moves the first and hides the last. */
const NUMBERS = Array.from({ length: 31 }, (_, at) => at + 1)
const GONE = { display: 'none' }

/** One month to choose days from. */
export function MonthGrid({ month, onMonth, range, onDay, min, max, notes, texts }: MonthGridProps) {
  const hasPrevious = month > monthOf(min)
  const hasNext = month < monthOf(max)
  const { column, length } = monthDays(month)
  const first = dayOf(month, 1)
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
      <Box role="group" aria-label={texts.month(month)}>
        <Box className="da-cal" aria-hidden>
          {texts.weekdays.map(weekday => (
            <Box tag="span" className="da-cal-w" key={weekday}>
              {weekday}
            </Box>
          ))}
        </Box>
        <Box
          key={holdsOff(month, length, min, max) ? 'off' : 'on'}
          className={classNames('da-cal', 'da-days', range.from < first && range.to >= first && 'da-days-on')}
        >
          {NUMBERS.map(number => (
            <Day
              key={number}
              day={dayOf(month, number)}
              number={number}
              style={number === 1 ? { gridColumnStart: column } : undefined}
              isGone={number > length}
              isOff={dayOf(month, number) < min || dayOf(month, number) > max}
              place={dayPlace(range, dayOf(month, number))}
              note={notes?.[dayOf(month, number)]}
              texts={texts}
              onDay={onDay}
            />
          ))}
        </Box>
      </Box>
    </>
  )
}

/** Whether some days of a month may not be chosen: then it is written anew, which is less than to tell each day of it. */
const holdsOff = (month: string, length: number, min: string, max: string) =>
  dayOf(month, 1) < min || dayOf(month, length) > max

interface DayProps {
  day: string
  /** Of the month. */
  number: number
  style: CSSProperties | undefined
  /** The month is shorter. */
  isGone: boolean
  isOff: boolean
  place: ReturnType<typeof dayPlace>
  note: string | undefined
  texts: MonthGridTexts
  onDay: (day: string) => void
}

/** One day. What lies between two ends is told by the ends: a tap then changes two cells and not thirty. On the phone a day that may not be chosen is no button. */
function Day({ day, number, style, isGone, isOff, place, note, texts, onDay }: DayProps) {
  if (isOff && !tellsEachCell) {
    return (
      <Box tag="span" className="da-off" style={isGone ? GONE : style}>
        {number}
      </Box>
    )
  }
  const isStart = place === 'start' || place === 'only'
  // on the phone only the ends of a range say that they are chosen: forty days that each say so outweigh the calendar
  const isEnd = isStart || place === 'end'
  const isPressed = tellsEachCell ? place !== null : isEnd || undefined
  const words = isOff ? undefined : (note ?? (place === 'start' ? texts.start : undefined))
  return (
    <Tap
      className={classNames(
        isOff && 'da-off',
        isStart && 'da-day-a',
        (place === 'end' || place === 'only') && 'da-day-z',
      )}
      style={isGone ? GONE : style}
      aria-label={tellsEachCell && !isGone ? [texts.day(day), words].filter(Boolean).join(' ') : undefined}
      aria-pressed={isPressed}
      disabled={isOff}
      onPress={() => onDay(day)}
    >
      {number}
      {words ? <Glyph className="da-day-s da-cut" text={words} /> : null}
    </Tap>
  )
}
