import type { ReactNode } from 'react'
import { Box } from '@/platform/elements'
import { Tag, type TagProps } from './tag'

export interface HeadProps {
  title: string
  /** Usually a FreshnessBadge. */
  badge?: ReactNode
  /** Which day or range the numbers belong to: `数据日期 2026-07-14(二)`. */
  line?: string | undefined
  source?: TagProps | undefined
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
          {source ? <Tag {...source} /> : null}
          {mark}
        </Box>
      ) : null}
    </Box>
  )
}
