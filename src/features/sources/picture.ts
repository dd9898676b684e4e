import type { Locale } from '../../contract/identity'
import type { SourcesAnswer } from '../../contract/report-sources'
import type { SourceMetric } from '../../contract/sources'
import { formatCount } from '../../lib/numbers'
import { textOf } from '../../lib/text'
import { isSeveralDays } from '../period/span'
import { definitionOf, type ReportPicture } from '../share/model'
import { sourceRows, TOP } from './model'

/** 来源分析 as a picture: the first ten sources and the rest. */
export function sourcesPicture({ data, range }: SourcesAnswer, metric: SourceMetric, locale: Locale): ReportPicture {
  const { metrics, sources } = textOf(locale)
  const name = metrics[metric]
  return {
    blocks: [
      {
        kind: 'ranks',
        title: sources.title(name, Math.min(TOP, data.items.length)),
        ...(data.total === null ? {} : { note: sources.total(formatCount(data.total)) }),
        rows: sourceRows(data, false, locale),
      },
    ],
    definitions: [
      definitionOf(metric, locale),
      { name: sources.definition(name), text: `${sources.formula} · ${sources.ofSum}` },
      ...(metric === 'visit_uv' && isSeveralDays(range) ? [{ name, text: sources.personDays }] : []),
    ],
  }
}
