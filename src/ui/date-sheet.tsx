import { memo, useState } from 'react'
import { Box } from '@/platform/elements'
import { Button } from './button'
import { type Choice, Segmented } from './choice'
import { MonthGrid, type MonthGridTexts } from './month-grid'
import { type DayRange, monthOf, pickDay } from './month-grid-model'
import { Sheet } from './sheet'
import { Switch } from './switch'

export interface DatePreset extends Choice, DayRange {}

export interface DateSheetChoice extends DayRange {
  /** Id of the preset that says the same, else null. */
  preset: string | null
  compare: boolean
}

export interface DateSheetProps {
  /** Unique on the page. */
  id: string
  open: boolean
  /** What holds now; the sheet begins with it each time it opens. */
  value: DateSheetChoice
  presets: readonly DatePreset[]
  /** First and last day that may be chosen. */
  min: string
  max: string
  /** One day, not a range. */
  single?: boolean
  notes?: Readonly<Record<string, string>>
  texts: MonthGridTexts & {
    title: string
    close: string
    presets: string
    custom: string
    /** Absent = no comparison to choose. */
    compare?: string
    /** The comparison in words: `07-01 – 07-07，同是周三到周二`. */
    compareRange?: (range: DayRange) => string
    /** The button: `看 7月8日 – 14日，7 天`. */
    confirm: (range: DayRange) => string
  }
  onConfirm: (choice: DateSheetChoice) => void
  onClose: () => void
}

/** Chooses a day or a range: presets, month grid, comparison in words, one button that says what it will show. */
export function DateSheet(props: DateSheetProps) {
  const { open } = props
  const [held, setHeld] = useState({ open, opening: 0 })
  if (held.open !== open) setHeld({ open, opening: held.opening + (open ? 1 : 0) })
  return (
    <Sheet
      kept
      id={props.id}
      open={open}
      title={props.texts.title}
      closeLabel={props.texts.close}
      onClose={props.onClose}
    >
      <DateForm {...props} opening={held.opening} />
    </Sheet>
  )
}

interface DateFormProps extends DateSheetProps {
  /** Which opening of the sheet this is. */
  opening: number
}

/** Out of sight it stays as it is, whatever happens on the page; the next opening begins with what holds then. */
const DateForm = memo(Form, (_before, { open }) => !open)

function Form({ opening, value, presets, min, max, single, notes, texts, onConfirm }: DateFormProps) {
  const [begun, setBegun] = useState(opening)
  const [range, setRange] = useState<DayRange>({ from: value.from, to: value.to })
  const [started, setStarted] = useState(false)
  const [month, setMonth] = useState(monthOf(value.to))
  const [compare, setCompare] = useState(value.compare)
  const [isCustom, setCustom] = useState(false)
  if (begun !== opening) {
    setBegun(opening)
    setRange({ from: value.from, to: value.to })
    setStarted(false)
    setMonth(monthOf(value.to))
    setCompare(value.compare)
    setCustom(false)
  }
  const named = isCustom ? undefined : presets.find(one => one.from === range.from && one.to === range.to)?.id
  const preset = named ?? 'custom'

  const onPreset = (id: string) => {
    const chosen = presets.find(one => one.id === id)
    setCustom(chosen === undefined)
    if (!chosen) return
    setRange({ from: chosen.from, to: chosen.to })
    setMonth(monthOf(chosen.to))
    setStarted(false)
  }
  const onDay = (day: string) => {
    const next = single ? { range: { from: day, to: day }, started: false } : pickDay(range, started, day)
    setRange(next.range)
    setStarted(next.started)
  }

  return (
    <>
      <Segmented
        full
        label={texts.presets}
        options={[...presets, { id: 'custom', text: texts.custom }]}
        value={preset}
        onChange={onPreset}
      />
      <MonthGrid
        month={month}
        onMonth={setMonth}
        range={range}
        onDay={onDay}
        min={min}
        max={max}
        notes={notes}
        texts={texts}
      />
      {texts.compare ? (
        <Box className="da-cal-cmp">
          <Box className="da-cal-cmp-t">
            {texts.compare}{' '}
            {texts.compareRange ? (
              <Box tag="span" className="da-note da-n">
                {texts.compareRange(range)}
              </Box>
            ) : null}
          </Box>
          <Switch on={compare} onChange={setCompare} label={texts.compare} />
        </Box>
      ) : null}
      <Button
        kind="primary"
        block
        text={texts.confirm(range)}
        onPress={() => onConfirm({ ...range, compare, preset: preset === 'custom' ? null : preset })}
      />
    </>
  )
}
