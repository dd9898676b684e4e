import { Box, Tap } from '@/platform/elements'
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
          aria-checked={isOn}
          onPress={() => onPress(id)}
        >
          {/* always there and shown by the class: nine that come and go at once cost a phone more than a tap may */}
          <Icon name="check" size={16} />
          {text}
        </Tap>
      ))}
    </Box>
  )
}
