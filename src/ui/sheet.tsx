import type { ReactNode } from 'react'
import { useDialog } from '@/platform/dialog'
import { Box, Tap } from '@/platform/elements'
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
  children?: ReactNode
}

/** A half-screen sheet; a centred box when wide. Mask, button and Escape close it. */
export function Sheet({ id, open, title, closeLabel, onClose, trailing, children }: SheetProps) {
  useDialog(id, open, onClose)
  // a place of its own: taking the sheet away would otherwise send everything beside it to the screen again
  return (
    <Box className="da-over">
      {open ? (
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
