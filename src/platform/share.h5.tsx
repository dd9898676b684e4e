import type { ShareCard, ShareTapProps } from './share.types'

export type { ShareCard, ShareTapProps } from './share.types'

/** A browser has no chat to send a card to: it makes a link. */
export const sharesInChat: boolean = false

/** The address of a page for somebody else's browser. */
export const linkTo = (path: string): string =>
  `${window.location.origin}${window.location.pathname}#${path.startsWith('/') ? path : `/${path}`}`

/** Answers what WeChat asks when a card is sent from this page. */
export function useShareCard(_usual: () => ShareCard, _make: () => Promise<ShareCard>): void {}

/** Opens the list of chats. */
export function ShareTap({ children }: ShareTapProps) {
  return <>{children}</>
}
