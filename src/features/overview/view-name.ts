import type { Day } from '../../contract/periods'
import type { ReportSource } from '../../contract/report-envelope'
import { sourceName } from '../source/model'

/** What an overview is kept under on the device; without a day it is the newest. */
export const overviewViewName = (appid: string, date: Day | null, source: ReportSource = 'wechat'): string =>
  `${appid}/overview?${date ?? 'newest'}${sourceName(source)}`
