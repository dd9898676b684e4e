/** Worst first: the state of a range is the first of these that one of its periods has (`http-api.md`, Reports). */
export const reportStates = [
  'failed',
  'not_ready',
  'pending',
  'stale',
  'provisional',
  'missing',
  'unsupported',
  'final',
] as const
export type ReportState = (typeof reportStates)[number]
