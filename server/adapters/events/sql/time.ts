export const SESSION_GAP_MS = 1_800_000
export const DAY_MS = 86_400_000
/** Shanghai's days begin eight hours before those of UTC. */
export const SHANGHAI_MS = 28_800_000

/** SQL: the number of the Shanghai day that holds an instant. */
export const dayOfInstant = (at: string) => `cast(int_div(${at} + ${SHANGHAI_MS}, ${DAY_MS}) as integer)`
/** SQL: the instant at which a day begins. */
export const startOfDayNumber = (day: string) => `(cast(${day} as bigint) * ${DAY_MS} - ${SHANGHAI_MS})`
/** SQL: the start of the bucket that holds an instant. All lengths divide the hour, which all zones of whole hours share. */
export const bucketOf = (at: string, minutes: number) => `(${at} - ${at} % ${minutes * 60_000})`
