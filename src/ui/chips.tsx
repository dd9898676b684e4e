import { Box, Tap } from '@/platform/elements'
import { tellsEachCell } from '@/platform/system'
import { classNames } from './class-names'
import { Icon } from './icon'

export interface Chip {
  id: string
  text: string
  isOn: boolean
}

export interface ChipsProps {
  options: readonly Chip[]
  /** Several may hold, or one. */
  kind: 'several' | 'one'
  label: string
  onPress: (id: string) => void
}

/** Short choices that wrap onto lines; a tick and soft green where one holds. */
export function Chips({ options, kind, label, onPress }: ChipsProps) {
  return (
    <Box className="da-chips" role={kind === 'one' ? 'radiogroup' : 'group'} aria-label={label}>
      {options.map(({ id, text, isOn }) => (
        <Tap
          key={id}
          className={classNames('da-chip', isOn && 'da-chip-on')}
          role={kind === 'one' ? 'radio' : 'checkbox'}
          // nine at once that each say so cost a phone more than a tap may
          aria-checked={kind === 'one' || tellsEachCell ? isOn : undefined}
          onPress={() => onPress(id)}
        >
          {isOn ? <Icon name="check" size={16} /> : null}
          {text}
        </Tap>
      ))}
    </Box>
  )
}
