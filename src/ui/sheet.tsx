import type { ReactNode } from 'react'
import { useDialog } from '@/platform/dialog'
import { Box, Tap } from '@/platform/elements'
import { writesAhead } from '@/platform/system'
import { Icon } from './icon'

export interface SheetProps {
  /** Unique on the page. */
  id: string
  open: boolean
  title: string
  closeLabel: string
  onClose: () => void
  /** Beside the title: a Tag. */
  trailing?: ReactNode
  /** Too much to be sent when it opens: on a phone it is written with the page, out of sight. Its children begin anew by themselves. */
  kept?: boolean
  children?: ReactNode
}

const HIDDEN = { display: 'none' }

/** A half-screen sheet; a centred box when wide. Mask, button and Escape close it. */
export function Sheet({ id, open, title, closeLabel, onClose, trailing, kept, children }: SheetProps) {
  useDialog(id, open, onClose)
  const isWritten = open || (kept === true && writesAhead)
  // a place of its own: taking the sheet away would otherwise send everything beside it to the screen again
  return (
    <Box className="da-over" style={isWritten && !open ? HIDDEN : undefined}>
      {isWritten ? (
        <>
          <Tap className="da-mask" aria-label={closeLabel} tabIndex={-1} onPress={onClose} />
          <Box tag="section" id={id} className="da-sheet" role="dialog" aria-modal aria-label={title}>
            <Box className="da-sh">
              <Box tag="h2" className="da-sh-t">
                {title}
              </Box>
              {trailing}
              <Tap className="da-sh-x" aria-label={closeLabel} onPress={onClose}>
                <Icon name="close" />
              </Tap>
            </Box>
            {children}
          </Box>
        </>
      ) : null}
    </Box>
  )
}
