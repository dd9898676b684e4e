import { Tap } from '@/platform/elements'
import { classNames } from './class-names'
import { Icon, type IconName } from './icon'

export interface ButtonProps {
  text: string
  onPress: () => void
  kind?: 'plain' | 'primary' | 'danger'
  small?: boolean
  /** Takes the room that is left in a row (dock). */
  grow?: boolean
  /** As wide as its place. */
  block?: boolean
  disabled?: boolean
  /** Under way: not to be pressed twice. */
  busy?: boolean
  label?: string
  /** Before the words. */
  icon?: IconName
  /** After them: `down` where it opens a choice. */
  after?: IconName
}

export function Button(props: ButtonProps) {
  const { text, onPress, kind = 'plain', small, grow, block, disabled, busy, label, icon, after } = props
  return (
    <Tap
      className={classNames(
        'da-btn',
        kind !== 'plain' && `da-btn-${kind}`,
        small && 'da-btn-sm',
        grow && 'da-btn-grow',
        block && 'da-btn-block',
        (disabled || busy) && 'da-btn-off',
      )}
      disabled={disabled || busy}
      aria-busy={busy}
      aria-label={label}
      onPress={onPress}
    >
      {icon ? <Icon name={icon} size={16} /> : null}
      {text}
      {after ? <Icon name={after} size={16} /> : null}
    </Tap>
  )
}

/** Tappable words. */
export function TextLink({ text, onPress, label }: { text: string; onPress: () => void; label?: string }) {
  return (
    <Tap className="da-link da-reach" aria-label={label} onPress={onPress}>
      {text}
    </Tap>
  )
}
