import type { ReactNode } from 'react'
import { Box, ScrollRow, Tap } from '@/platform/elements'

export interface SwipeAction {
  text: string
  /** With the row's name, for a screen reader. */
  label: string
  danger?: boolean
  onPress: () => void
}

export interface SwipeRowProps {
  actions: readonly SwipeAction[]
  children: ReactNode
}

/** A row whose actions come over its right part when it is swiped to the left; its name stays where it is. The swipe is the platform's own scrolling. */
export function SwipeRow({ actions, children }: SwipeRowProps) {
  return (
    <ScrollRow className="da-swipe">
      <Box className={`da-swipe-in da-swipe-${actions.length}`}>
        <Box className="da-swipe-c">{children}</Box>
        {actions.map(({ text, label, danger, onPress }) => (
          <Tap
            key={text}
            className={danger ? 'da-swipe-a da-swipe-danger' : 'da-swipe-a'}
            aria-label={label}
            onPress={onPress}
          >
            {text}
          </Tap>
        ))}
      </Box>
    </ScrollRow>
  )
}
