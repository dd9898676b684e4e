import type { ReactNode } from 'react'
import { Box, Tap } from '@/platform/elements'
import { classNames } from './class-names'
import { Icon, type IconName } from './icon'

export interface DockProps {
  /** DockItem, DateStepper or Button. */
  children: ReactNode
  label?: string
}

/** The controls under the thumb; beside the title when wide. */
export function Dock({ children, label }: DockProps) {
  return (
    <Box className="da-dock" role="toolbar" aria-label={label}>
      {children}
    </Box>
  )
}

export interface DockItemProps {
  icon: IconName
  text: string
  onPress: () => void
  /** Is what it switches on? Leave it out for an item that switches nothing. */
  on?: boolean
  /** Not shown beside the wide shell, which has the same. */
  narrowOnly?: boolean
  disabled?: boolean
}

export function DockItem({ icon, text, onPress, on, narrowOnly, disabled }: DockItemProps) {
  return (
    <Tap
      className={classNames('da-dk', on && 'da-dk-on', narrowOnly && 'da-dk-narrow')}
      aria-pressed={on}
      disabled={disabled}
      onPress={onPress}
    >
      <Icon name={icon} />
      {text}
    </Tap>
  )
}

export interface DateStepperProps {
  /** `7月14日 周二` or `最近30天`. */
  title: string
  /** `数据日期` or `06-15 – 07-14`. */
  subtitle?: string
  labels: { previous: string; next: string; open: string }
  /** Absent = nothing there: disabled. */
  onPrevious?: (() => void) | undefined
  onNext?: (() => void) | undefined
  onOpen: () => void
}

/** Previous and next period; a tap between them opens the date sheet. */
export function DateStepper({ title, subtitle, labels, onPrevious, onNext, onOpen }: DateStepperProps) {
  return (
    <Box className="da-step" role="group" aria-label={labels.open}>
      <Tap
        className={classNames('da-step-b', !onPrevious && 'da-step-off')}
        aria-label={labels.previous}
        disabled={!onPrevious}
        onPress={onPrevious}
      >
        <Icon name="left" size={16} />
      </Tap>
      <Tap className="da-step-t" onPress={onOpen}>
        <Box tag="span">{title}</Box>
        {subtitle ? (
          <Box tag="span" className="da-step-s">
            {subtitle}
          </Box>
        ) : null}
      </Tap>
      <Tap
        className={classNames('da-step-b', !onNext && 'da-step-off')}
        aria-label={labels.next}
        disabled={!onNext}
        onPress={onNext}
      >
        <Icon name="right" size={16} />
      </Tap>
    </Box>
  )
}
