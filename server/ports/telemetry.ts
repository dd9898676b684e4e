import type { Log } from './log.ts'

/** What the WeChat client tells its log. */
export type CallLog = Pick<Log, 'info' | 'warn'>

/** What became of one HTTP exchange with WeChat; a bounded set, fit for a label. */
export type CallOutcome =
  | 'ok'
  /** An errcode. */
  | 'refused'
  | 'timed_out'
  /** The connection broke or never stood. */
  | 'dropped'
  /** The body ended early, or was empty. */
  | 'cut'
  /** A 5xx status. */
  | 'unavailable'
  /** Any other status but 200. */
  | 'status'
  /** A page, or anything else that this endpoint does not answer. */
  | 'shape'
  | 'too_large'
  /** We shut down. */
  | 'closed'

/** What became of one token refresh. */
export type RefreshOutcome = 'ok' | 'refused' | 'failed'

/** Counts of the WeChat client. Paths are those of the API, without query: a bounded set. */
export interface WeChatMetrics {
  /** One HTTP exchange, retries counted one by one. */
  call(path: string, outcome: CallOutcome, seconds: number): void
  tokenRefresh(outcome: RefreshOutcome): void
  retry(path: string): void
  /** Calls that wait for a free lane, over all apps. */
  queue(size: number): void
}
