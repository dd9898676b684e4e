import type { PendingTimer } from '../support/weapp/index.ts'

/** After this long the query cache forgets what nobody looks at: its own clean-up, which may outlive a page. ms */
const CACHE_CLEANUP = 300_000

export const mayRemain = ({ kind, delay }: PendingTimer): boolean => kind === 'timeout' && delay === CACHE_CLEANUP
