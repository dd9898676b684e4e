import type { Locale } from '../../contract/identity'
import type { OverviewAnswer } from '../../contract/reports'
import { signedChange } from '../../lib/change'
import { monthDayWeekday } from '../../lib/dates'
import { MISSING } from '../../lib/metric-format'
import { joinParts } from '../../lib/numbers'
import { textOf } from '../../lib/text'
import { definitionOf, type ReportPicture } from '../share/model'
import { type ChangeCell, cardsOf, noticeOf, shownDay } from './model'
import { pageRows } from './top-pages-model'

const note = ({ name, ...change }: ChangeCell) => `${name} ${signedChange(change)}`

/** 数据概况 as a picture: the ten numbers with their changes, the pages visited most. */
export function overviewPicture(answer: OverviewAnswer, locale: Locale): ReportPicture {
  const { reports, states } = textOf(locale)
  const day = shownDay(answer)
  const notice = noticeOf(answer, locale)
  const pages = pageRows(day.topPages.visited)
  return {
    blocks: [
      ...(notice === null ? [] : [{ kind: 'words' as const, title: notice.title, text: notice.lines.join(' ') }]),
      {
        kind: 'tiles',
        ...(day.isLatest ? { title: states.latestDay(monthDayWeekday(day.date, locale)) } : {}),
        tiles: cardsOf(day.metrics, locale).map(({ label, value, changes }) => ({
          label,
          value: value === null ? MISSING : joinParts(value, locale),
          notes: changes.map(note),
        })),
      },
      ...(pages.length > 0
        ? [{ kind: 'ranks' as const, title: `${reports.topPages} · ${reports.visited}`, rows: pages }]
        : []),
    ],
    definitions: day.metrics.map(({ id }) => definitionOf(id, locale)),
  }
}
