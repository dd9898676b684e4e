/** So many pages of an app have counters of their own in a bucket, those with most views; the others are counted together. */
export const PAGES_A_BUCKET = 2_000

/** The page of what is counted together; no path has this number. */
export const OTHER_PAGES = -1
