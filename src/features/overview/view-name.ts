import type { Day } from '../../contract/periods'

/** What an overview is kept under on the device; without a day it is the newest. */
export const overviewViewName = (appid: string, date: Day | null): string => `${appid}/overview?${date ?? 'newest'}`
