import type { Locale } from '../../../src/contract/identity.ts'
import type { RealtimeAnswer, RealtimePoint } from '../../../src/contract/report-realtime.ts'
import { type Cell, introductionOf, type ReportTable } from './table.ts'
import { words } from './words.ts'

/** 实时统计: a row for each bucket, that of the compared day beside it. */
export function realtimeTable(answer: RealtimeAnswer, locale: Locale): ReportTable {
  const { date, time, views, people, opens, compared, realtime } = words[locale]
  const { data } = answer
  const cells = (point: RealtimePoint | undefined): Cell[] => [
    point?.pv ?? null,
    point?.uv ?? null,
    point?.sessions ?? null,
  ]
  const heads = [views, people, opens]
  const other = data.compareDate
  return {
    definitions: [...introductionOf(answer, locale), realtime(data.granularity, data.page)],
    columns: [date, time, ...heads, ...(other === null ? [] : heads.map(head => `${compared} ${other}: ${head}`))],
    rows: data.points.map((point, index): Cell[] => [
      data.date,
      point.time,
      ...cells(point),
      ...(other === null ? [] : cells(data.compare?.[index])),
    ]),
  }
}
