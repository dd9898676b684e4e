import type { ReactNode } from 'react'
import { Box, Slot, Tap } from '@/platform/elements'
import { classNames } from './class-names'
import { Icon } from './icon'

export interface CardProps {
  title?: string | undefined
  /** Makes the title a choice: what is shown can be changed by a tap on it. */
  pick?: { label: string; onPress: () => void } | undefined
  /** The sign beside the title that opens its definition. */
  info?: { label: string; onPress: () => void } | undefined
  /** Behind the title, smaller: what its numbers are by. */
  note?: string | undefined
  /** At the right of the title: Segmented, a note, a link. */
  trailing?: ReactNode
  /** Rows that reach the card's edge. */
  flush?: boolean
  busy?: boolean
  label?: string
  /** Unique on the page, for those who scroll to it. */
  id?: string | undefined
  children?: ReactNode
}

/** A white card on the grey page. */
export function Card({ title, pick, info, note, trailing, flush, busy, label, id, children }: CardProps) {
  return (
    <Box
      tag="section"
      id={id}
      className={classNames('da-card', flush && 'da-card-flush')}
      aria-busy={busy}
      aria-label={label ?? title}
    >
      {title || trailing ? (
        <Box className="da-ct">
          <Box tag="h2" className="da-ct-h">
            {pick ? (
              <Tap className="da-ct-pick" aria-label={pick.label} onPress={pick.onPress}>
                {title}
                <Icon name="down" size={16} />
              </Tap>
            ) : (
              title
            )}
            {info ? (
              <Tap className="da-ct-info" aria-label={info.label} onPress={info.onPress}>
                <Icon name="info" size={16} />
              </Tap>
            ) : null}
            {note ? (
              <Box tag="span" className="da-note">
                {note}
              </Box>
            ) : null}
          </Box>
          {trailing}
        </Box>
      ) : null}
      <Slot>{children}</Slot>
    </Box>
  )
}
