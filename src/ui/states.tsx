import type { ReactNode } from 'react'
import { Box } from '@/platform/elements'
import { Button } from './button'
import { Icon, type IconName } from './icon'

export interface EmptyProps {
  title: string
  /** Why there is nothing; never only 暂无数据. */
  text: string
  art?: 'chart' | 'lock'
  action?: { text: string; primary?: boolean; onPress: () => void } | undefined
}

/** A true nothing, inside a Card: says why and offers the way on. */
export function Empty({ title, text, art = 'chart', action }: EmptyProps) {
  return (
    <Box className="da-empty">
      <Box className={`da-art da-art-${art}`} aria-hidden />
      <Box tag="h2" className="da-empty-t">
        {title}
      </Box>
      <Box tag="p" className="da-empty-p">
        {text}
      </Box>
      {action ? (
        <Button small text={action.text} kind={action.primary ? 'primary' : 'plain'} onPress={action.onPress} />
      ) : null}
    </Box>
  )
}

export interface NoticeProps {
  icon: IconName
  title: string
  lines: readonly string[]
  children?: ReactNode
}

/** A card's statement with icon: `昨天的数微信还没算好`. */
export function Notice({ icon, title, lines, children }: NoticeProps) {
  return (
    <Box className="da-notice" role="status">
      <Icon name={icon} size={24} />
      <Box className="da-banner-tx">
        <Box tag="span" className="da-notice-t">
          {title}
        </Box>
        {lines.map(line => (
          <Box tag="span" className="da-notice-p" key={line}>
            {line}
          </Box>
        ))}
        {children}
      </Box>
    </Box>
  )
}
