import type { Locale } from '../../contract/identity'
import type { RetentionAnswer } from '../../contract/report-retention'
import { MISSING } from '../../lib/metric-format'
import { textOf } from '../../lib/text'
import type { RetentionChoice } from '../choices/report-choices'
import { firstRows, type ReportPicture } from '../share/model'
import { heatTable } from './model'

/** 留存分析 as a picture: the mean and the newest cohorts, shaded by rate. */
export function retentionPicture({ data }: RetentionAnswer, choice: RetentionChoice, locale: Locale): ReportPicture {
  const { reports, retention } = textOf(locale)
  const { cohort, granularity } = choice
  const table = heatTable(data, granularity, locale)
  const { rows, rest } = firstRows(table.rows, locale)
  return {
    blocks: [
      {
        kind: 'heat',
        title: retention.rate[cohort],
        note: `0% – ${table.most}`,
        columns: [reports.date, retention.size[cohort], ...table.keys.map(({ title }) => title)],
        rows: [
          { name: retention.mean, size: retention.weighted, cells: table.mean },
          ...rows.map(({ name, size, cells }) => ({ name, size: size ?? MISSING, cells })),
        ],
      },
      ...rest,
    ],
    definitions: [
      { name: retention.rate[cohort], text: `${retention.sentence[cohort]} ${retention.formula}` },
      { name: retention.mean, text: retention.over },
      { name: `-  ${MISSING}`, text: retention.signs },
    ],
  }
}
