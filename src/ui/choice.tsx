import { Box, ScrollRow, Tap } from '@/platform/elements'
import { classNames } from './class-names'

export interface Choice<Id extends string = string> {
  id: Id
  text: string
  disabled?: boolean
}

export interface SegmentedProps<Id extends string> {
  options: readonly Choice<Id>[]
  value: Id
  onChange: (id: Id) => void
  /** What is chosen here, for a screen reader. */
  label: string
  /** On the page it is a card, in a card a well. */
  surface?: 'card' | 'page'
  /** As wide as its place. */
  full?: boolean
}

/** Two to four choices of which one holds. */
export function Segmented<Id extends string>({ options, value, onChange, label, surface, full }: SegmentedProps<Id>) {
  return (
    <Box
      className={classNames('da-seg', full && 'da-seg-full', surface === 'page' && 'da-seg-page')}
      role="radiogroup"
      aria-label={label}
    >
      {options.map(option => (
        <Tap
          key={option.id}
          className={classNames('da-seg-b', option.id === value && 'da-seg-on', option.disabled && 'da-seg-off')}
          role="radio"
          aria-checked={option.id === value}
          disabled={option.disabled}
          onPress={() => onChange(option.id)}
        >
          {option.text}
        </Tap>
      ))}
    </Box>
  )
}

export interface PillsProps<Id extends string> {
  options: readonly Choice<Id>[]
  value: Id
  onChange: (id: Id) => void
  label: string
}

/** More choices than four: a row that scrolls. */
export function Pills<Id extends string>({ options, value, onChange, label }: PillsProps<Id>) {
  return (
    <ScrollRow className="da-pills" role="radiogroup" aria-label={label}>
      <Box className="da-pills-in">
        {options.map(option => (
          <Tap
            key={option.id}
            className={classNames('da-pill', option.id === value && 'da-pill-on')}
            role="radio"
            aria-checked={option.id === value}
            onPress={() => onChange(option.id)}
          >
            {option.text}
          </Tap>
        ))}
      </Box>
    </ScrollRow>
  )
}
