import type { ReactNode } from 'react'
import { Box, Tap } from '@/platform/elements'
import { Icon } from './icon'
import { Tag, type TagProps } from './tag'

export interface HeadProps {
  title: string
  /** Usually a FreshnessBadge. */
  badge?: ReactNode
  /** Which day or range the numbers belong to: `数据日期 2026-07-14(二)`. */
  line?: string | undefined
  /** Who counted; with `onPress` it is a choice. */
  source?: (TagProps & { label?: string; onPress?: () => void }) | undefined
  /** Behind the source: that WeChat changed a number. */
  mark?: ReactNode
}

/** The statement on top: page, freshness, day and source. */
export function Head({ title, badge, line, source, mark }: HeadProps) {
  return (
    <Box className="da-hd">
      <Box className="da-hd-1">
        <Box tag="h1" className="da-hd-t">
          {title}
        </Box>
        {badge}
      </Box>
      {line || source ? (
        <Box className="da-hd-2">
          {line}
          {source ? <Source {...source} /> : null}
          {mark}
        </Box>
      ) : null}
    </Box>
  )
}

function Source({ label, onPress, ...tag }: NonNullable<HeadProps['source']>) {
  if (onPress === undefined) return <Tag {...tag} />
  return (
    <Tap className="da-tag-pick" aria-label={label} onPress={onPress}>
      <Tag {...tag} />
      <Icon name="down" size={16} />
    </Tap>
  )
}
