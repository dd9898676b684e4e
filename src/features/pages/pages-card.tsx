import type { PageRow, PagesAnswer } from '@/contract/report-pages'
import { formatCount } from '@/lib/numbers'
import { Card, Empty, Note, RankedRow, useWide } from '@/ui'
import { useLocale, useText } from '../language/text'
import { isSeveralDays } from '../period/span'
import { GapNotes } from '../report/gap-notes'
import { Nothing } from '../report/nothing'
import { otherOf, type PageMetric, pageText, type Sort, type SortColumn } from './model'
import { PageList } from './page-list'
import { PageTable } from './page-table'

export interface PagesCardProps {
  answer: PagesAnswer | null
  isReading: boolean
  /** Sorted and searched. */
  rows: PageRow[]
  query: string
  sort: Sort
  onSort: (by: SortColumn) => void
  onClear: () => void
  onDefine: (column: PageMetric | 'share', row: PageRow) => void
  /** For admins: names the page. */
  onRemark: ((row: PageRow) => void) | undefined
  onRetry: () => void
}

/** The pages of a range: a list on a phone, a table when wide, and what no row holds. */
export function PagesCard(props: PagesCardProps) {
  const { answer, isReading, rows, query, sort, onSort, onClear, onDefine, onRemark, onRetry } = props
  const { apps, pages } = useText()
  const isWide = useWide()
  const question = `${answer?.range.from} ${answer?.range.to} ${query.trim()}`
  const isSeveral = answer !== null && isSeveralDays(answer.range)
  if (answer === null || answer.data.rows.length === 0) {
    return (
      <Card label={apps.pages}>
        <Nothing
          freshness={answer?.freshness ?? null}
          days={answer?.data.byDay}
          isReading={isReading}
          title={pages.nothing}
          text={pages.nothingText}
          onRetry={onRetry}
        />
      </Card>
    )
  }
  const table = { rows, question, sort, onDefine, onRemark }
  return (
    <>
      <Card label={apps.pages}>
        {rows.length === 0 ? (
          <Empty
            title={pages.notFound(query)}
            text={pages.notFoundText}
            action={{ text: pages.clearSearch, onPress: onClear }}
          />
        ) : isWide ? (
          <PageTable {...table} onSort={onSort} />
        ) : (
          <PageList key={`${sort.by} ${sort.order}`} {...table} />
        )}
        {query.trim() === '' ? <Other answer={answer} /> : null}
      </Card>
      <GapNotes byDay={answer.data.byDay} />
      {answer.source === 'wechat' ? <Note text={pages.footer} /> : null}
      {answer.data.truncated ? <Note text={pages.truncated} /> : null}
      {isSeveral ? <Note text={pages.personDays} /> : null}
    </>
  )
}

function Other({ answer }: { answer: PagesAnswer }) {
  const { pages } = useText()
  const locale = useLocale()
  const other = otherOf(answer.data)
  if (other === null) return null
  return (
    <>
      <RankedRow
        dim
        rank=""
        name={pages.other}
        value={formatCount(other.visits)}
        share={pageText('share', other.share, locale)}
        ratio={other.share ?? 0}
      />
      <Note text={pages.otherText} />
    </>
  )
}
