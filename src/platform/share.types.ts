import type { ReactNode } from 'react'

/** What a card in a chat says and where it leads. */
export interface ShareCard {
  title: string
  /** `/pages/invitation/index?code=…` */
  path: string
}

export interface ShareTapProps {
  className?: string
  disabled?: boolean | undefined
  children: ReactNode
}
