import { Box, Tap } from '@/platform/elements'
import { classNames } from './class-names'

export interface SwitchProps {
  on: boolean
  onChange: (on: boolean) => void
  label: string
  disabled?: boolean
}

/** On or off, at once. */
export function Switch({ on, onChange, label, disabled }: SwitchProps) {
  return (
    <Tap
      className={classNames('da-sw', on && 'da-sw-on')}
      role="switch"
      aria-checked={on}
      aria-label={label}
      disabled={disabled}
      onPress={() => onChange(!on)}
    >
      <Box tag="span" className="da-sw-track">
        <Box tag="span" className="da-sw-knob" />
      </Box>
    </Tap>
  )
}
