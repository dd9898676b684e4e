import { Box, Tap } from '@/platform/elements'
import { Icon } from './icon'

export interface MissingProps {
  /** `--` by default. */
  text?: string
  /** `缺失，点按看原因`. */
  label: string
  onPress?: (() => void) | undefined
}

/** A number that is not known: dotted, and a tap tells why. */
export function Missing({ text = '--', label, onPress }: MissingProps) {
  return onPress ? (
    <Tap className="da-why" aria-label={label} onPress={onPress}>
      {text}
    </Tap>
  ) : (
    <Box tag="span" className="da-why" role="img" aria-label={label}>
      {text}
    </Box>
  )
}

/** A number that is not due yet: a quiet dash. */
export function NotDue({ label }: { label: string }) {
  return (
    <Box tag="span" className="da-quiet" role="img" aria-label={label}>
      -
    </Box>
  )
}

/** A number that one may not see. */
export function Locked({ label }: { label: string }) {
  return <Icon name="lock" size={14} label={label} className="da-quiet" />
}
