import { useEffect, useRef, useState } from 'react'
import { call } from '@/api'
import type { Notice, NoticePage } from '@/contract/notices'
import { joined } from './model'
import { useNewestNotices } from './queries'

interface Older {
  /** The cursor of the first page that it goes on from; another first page begins anew. */
  after: string
  notices: Notice[]
  next: string | null
}

/** 消息: the newest from the device at once, the older ones page by page; all are read once the newest were seen. */
export function useNotices() {
  const first = useNewestNotices(0)
  const { data, isKept, refetch } = first
  const [older, setOlder] = useState<Older | null>(null)
  const [isReading, setReading] = useState(false)
  const [hasFailed, setFailed] = useState(false)
  const further = older !== null && older.after === data?.next ? older : null
  const next = further === null ? (data?.next ?? null) : further.next

  const notices = joined(data?.notices ?? [], further?.notices ?? [])
  const fresh = useRef(new Set<string>()).current
  for (const { id, readAt } of notices) if (readAt === null) fresh.add(id)

  const newest = data?.notices[0]?.id
  const hasUnread = data !== null && !isKept && data.unread > 0
  useEffect(() => {
    if (!hasUnread || newest === undefined) return
    // what could not be marked is marked by the next visit
    call('markNotices', { body: { upTo: newest } }).then(
      () => void refetch(),
      () => undefined,
    )
  }, [hasUnread, newest, refetch])

  const more = async () => {
    const after = data?.next ?? null
    if (next === null || after === null || isReading) return
    setReading(true)
    setFailed(false)
    try {
      const page: NoticePage = await call('listNotices', { query: { cursor: next } })
      setOlder({ after, notices: [...(further?.notices ?? []), ...page.notices], next: page.next })
    } catch {
      setFailed(true)
    } finally {
      setReading(false)
    }
  }
  return { first, notices, fresh, hasMore: next !== null, more: () => void more(), isReading, hasFailed }
}

export type Notices = ReturnType<typeof useNotices>
