/** Minutes of a bucket of the live curve, as they stand in a query. */
export const realtimeGranularities = ['1', '5', '10', '30', '60'] as const
export type RealtimeGranularity = (typeof realtimeGranularities)[number]

/** 此时此刻 looks back so far. */
export const ACTIVE_WINDOW_MINUTES = 5
