import { Box } from '@/platform/elements'

export const iconNames = [
  'menu',
  'home',
  'close',
  'back',
  'left',
  'right',
  'down',
  'check',
  'clock',
  'warning',
  'refresh',
  'info',
  'lock',
  'search',
  'compare',
  'share',
  'overview',
  'trend',
  'sources',
  'retention',
  'pages',
  'realtime',
  'person',
  'place',
  'device',
  'grants',
  'portfolio',
  'bell',
  'plus',
  'link',
  'key',
  'exit',
  'table',
  'sort',
  'check-strong',
  'send',
  'eye',
  'pin',
] as const

export type IconName = (typeof iconNames)[number]

export interface IconProps {
  name: IconName
  /** Edge in px: 14, 16, 20 (usual) or 24. */
  size?: 14 | 16 | 20 | 24
  /** Said by a screen reader; without it the icon is decoration. */
  label?: string
  className?: string
}

/** One icon in the ink of the words beside it. */
export function Icon({ name, size = 20, label, className = '' }: IconProps) {
  return (
    <Box
      tag="span"
      className={`da-ic da-ic-${size} da-ic-${name} ${className}`}
      role={label ? 'img' : undefined}
      aria-label={label}
      aria-hidden={label ? undefined : true}
    />
  )
}
