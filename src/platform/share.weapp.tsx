import { Button } from '@tarojs/components'
import { useShareAppMessage } from '@tarojs/taro'
import { useRef } from 'react'
import type { ShareCard, ShareTapProps } from './share.types'
import picture from './share-card.png'

export type { ShareCard, ShareTapProps } from './share.types'

/** WeChat sends the card into a chat. */
export const sharesInChat: boolean = true

/** Only a browser needs an address. */
export const linkTo = (_path: string): string => ''

/** Answers what WeChat asks when a card is sent from this page: the usual card at once, the real one when it is made. The picture is ours, since WeChat would else take one of the screen. */
export function useShareCard(usual: () => ShareCard, make: () => Promise<ShareCard>): void {
  const latest = useRef({ usual, make })
  latest.current = { usual, make }
  useShareAppMessage(() => {
    const dressed = (card: ShareCard) => ({ ...card, imageUrl: picture })
    const promise = latest.current.make().then(dressed)
    return { ...dressed(latest.current.usual()), promise }
  })
}

/** Opens the list of chats. */
export function ShareTap({ className, disabled, children }: ShareTapProps) {
  return (
    <Button openType="share" className={`da-tap da-share ${className ?? ''}`} disabled={disabled} hoverClass="da-press">
      {children}
    </Button>
  )
}
