import type { Block } from '../../charts/picture/picture'
import type { Locale } from '../../contract/identity'
import type { EngagementAnswer } from '../../contract/report-engagement'
import type { TrendPoint } from '../../contract/reports'
import { formatCount } from '../../lib/numbers'
import { textOf } from '../../lib/text'
import { definitionOf, type ReportPicture } from '../share/model'
import { bucketsOf, type Distribution, summariesOf, summaryMetrics } from './model'

/** 时长分析 as a picture: the three means, then both distributions with their numbers. */
export function engagementPicture({ data }: EngagementAnswer, points: TrendPoint[], locale: Locale): ReportPicture {
  const { engagement, metrics, sources } = textOf(locale)
  const distribution = (which: Distribution): Block[] => {
    const buckets = bucketsOf(which, data[which], locale)
    const total = data.totals[which]
    return [
      {
        kind: 'columns',
        title: engagement[which],
        ...(total === null ? {} : { note: sources.total(formatCount(total)) }),
        columns: buckets.map(({ label, share, value, ratio }) => ({
          label,
          text: share,
          ratio: value === null ? null : ratio,
        })),
      },
      {
        kind: 'table',
        columns: [engagement.bucket[which], metrics.session_cnt, engagement.share],
        rows: buckets.map(({ label, text, share }) => [label, text, share]),
      },
    ]
  }
  return {
    blocks: [
      {
        kind: 'tiles',
        tiles: summariesOf(points, locale).map(({ label, value, how }) => ({ label, value, notes: how ? [how] : [] })),
      },
      ...distribution('stay'),
      ...distribution('depth'),
    ],
    definitions: [
      ...summaryMetrics.map(id => definitionOf(id, locale)),
      ...(['stay', 'depth'] as const).map(which => ({ name: engagement[which], text: engagement.sentence[which] })),
      { name: engagement.share, text: engagement.formula },
    ],
  }
}
