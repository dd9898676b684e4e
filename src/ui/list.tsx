import type { ReactNode } from 'react'
import { Box, Tap } from '@/platform/elements'
import { Avatar, type AvatarProps } from './avatar'
import { classNames } from './class-names'
import { Icon, type IconName } from './icon'

/** Names the rows below; `count` stands at the right. */
export function ListHeading({ title, count }: { title: string; count?: string }) {
  return (
    <Box tag="h2" className="da-grp">
      <Box tag="span">{title}</Box>
      {count === undefined ? null : (
        <Box tag="span" className="da-n">
          {count}
        </Box>
      )}
    </Box>
  )
}

export interface ListRowProps {
  title: string
  icon?: IconName
  avatar?: AvatarProps
  /** The name may take two lines, or as many as it needs. */
  wrap?: boolean | 'whole'
  /** Second line: one number, or a Tag and what is wrong. */
  subtitle?: ReactNode
  /** At the right: key number, change, lock. */
  trailing?: ReactNode
  /** An arrow at the right. */
  chevron?: boolean
  checked?: boolean
  /** Grey: one may not open it. */
  dim?: boolean
  /** What a screen reader says in place of the row's words. */
  label?: string
  onPress?: (() => void) | undefined
}

/** One row of a flush card. */
export function ListRow(props: ListRowProps) {
  const { title, icon, avatar, wrap, subtitle, trailing, chevron, checked, dim, label, onPress } = props
  const className = classNames('da-cell', icon && 'da-cell-ind', avatar && 'da-cell-av', dim && 'da-cell-off')
  const inside = (
    <>
      {icon ? <Icon name={icon} /> : null}
      {avatar ? <Avatar {...avatar} size="m" /> : null}
      <Box tag="span" className="da-cell-tx">
        <Box
          tag="span"
          className={classNames('da-cell-t', wrap === 'whole' ? 'da-whole' : wrap ? 'da-wrap2' : 'da-cut')}
        >
          {title}
        </Box>
        {subtitle ? (
          <Box tag="span" className="da-cell-s">
            {subtitle}
          </Box>
        ) : null}
      </Box>
      {trailing || chevron || checked ? (
        <Box tag="span" className="da-cell-rt">
          {trailing}
          {checked ? <Icon name="check-strong" className="da-cell-tick" /> : null}
          {chevron ? <Icon name="right" size={16} className="da-cell-go" /> : null}
        </Box>
      ) : null}
    </>
  )
  return onPress ? (
    <Tap className={className} aria-label={label} aria-current={checked || undefined} onPress={onPress}>
      {inside}
    </Tap>
  ) : (
    <Box className={className} aria-label={label}>
      {inside}
    </Box>
  )
}

/** A row to choose: one word, the tick at the one that holds. Small on purpose, ten of them open at once. */
export function PickRow({ title, checked, onPress }: { title: string; checked: boolean; onPress: () => void }) {
  return (
    <Tap className="da-pick" aria-current={checked || undefined} onPress={onPress}>
      {title}
      {checked ? <Icon name="check-strong" className="da-cell-tick" /> : null}
    </Tap>
  )
}
