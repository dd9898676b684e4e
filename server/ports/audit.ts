import type { AuditAction, AuditDetail } from '../../src/contract/audit.ts'
import type { NoticeDetail, NoticeKind } from '../../src/contract/notices.ts'
import type { Named } from './access.ts'

/** One thing that happened to an app. Times are epoch ms. */
export interface Happened {
  id: string
  at: number
  actor: Named
  action: AuditAction
  target: Named | null
  detail: AuditDetail
}

/** A page of a list, and where the next one begins; `null` at the end. */
export interface Page<Item> {
  items: Item[]
  next: string | null
}

/** Where to go on and how many. */
export interface PageQuestion {
  cursor: string | null
  limit: number
}

/** What was done to an app and with its numbers. Append-only: the database refuses everything else. */
export interface Audit {
  /** Newest first; grants that have run out at `now` are in it. */
  read(appid: string, page: PageQuestion, now: number): Promise<Page<Happened>>
  /** Somebody looks: `lastViewedAt` follows, and one entry a person, app and 30 minutes is written. */
  noteViews(appids: string[], personId: string, now: number): Promise<void>
  noteExport(appid: string, personId: string, report: string, now: number): Promise<void>
}

export interface StoredNotice {
  id: string
  at: number
  kind: NoticeKind
  appName: string
  /** `null` when the reader has lost the app. */
  appid: string | null
  detail: NoticeDetail
  readAt: number | null
}

/** What people are told in the app. Written with the change that they tell of. */
export interface Notices {
  /** Newest first. */
  read(personId: string, page: PageQuestion, now: number): Promise<Page<StoredNotice>>
  unread(personId: string): Promise<number>
  /** Marks everything up to an id, or up to an instant (epoch ms). */
  markRead(personId: string, upTo: { id: number } | { at: number }, now: number): Promise<void>
}
