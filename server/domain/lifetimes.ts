/**
 * How long each kind of answer may be believed before WeChat is asked again. Milliseconds.
 * Sources: `architecture.md` rule 1, `wechat-api.md` 1.3.
 */
export const MINUTE = 60_000
const HOUR = 60 * MINUTE

/** The hour of the day after a period ended from which WeChat's numbers no longer change (Asia/Shanghai). */
export const SETTLING_HOUR = 15

/** 61503, or an empty answer before the settling hour. */
export const NOT_READY_MS = 10 * MINUTE

/** A failed call: long enough to keep a crowd of readers from hammering, short enough to heal by itself. */
export const FAILURE_MS = 15_000

/** 48001, 61502: remembered for a day. */
export const UNSUPPORTED_MS = 24 * HOUR

/** An empty answer between days with data is asked once more after this. */
export const RECHECK_MS = 24 * HOUR

/** Clocks of instances may differ by this much before a time counts as one from the future. */
export const CLOCK_TOLERANCE_MS = 5 * MINUTE
