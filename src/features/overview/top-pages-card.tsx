import { memo, useState } from 'react'
import type { OverviewAnswer } from '@/contract/reports'
import { monthDay } from '@/lib/dates'
import { Card, Empty, Note, RankedRow, Segmented, SkeletonRows, TextLink, useWide } from '@/ui'
import { useText } from '../language/text'
import type { Explain } from '../shell/explain'
import { useWhyMissing } from '../source/use-why'
import { shownDay } from './model'
import { pageRows } from './top-pages-model'

export interface TopPagesCardProps {
  answer: OverviewAnswer | null
  explain: Explain
}

/** Rows that stand beside the chart without pushing the page past a desk's screen. */
const BESIDE_CHART = 8

/** Top 页面 of the day: by visits or by entries. */
export const TopPagesCard = memo(function TopPagesCard({ answer, explain }: TopPagesCardProps) {
  const { reports } = useText()
  const [kind, setKind] = useState<'visited' | 'entry'>('visited')
  const day = answer === null ? null : shownDay(answer)
  return (
    <Card
      title={reports.topPages}
      info={{
        label: reports.definitionOf(reports.topPages),
        onPress: () => explain(reports.topPages, reports.topPagesText(day === null ? '' : monthDay(day.date))),
      }}
      trailing={
        <Segmented
          label={reports.topPages}
          options={[
            { id: 'visited', text: reports.visited },
            { id: 'entry', text: reports.entry },
          ]}
          value={kind}
          onChange={setKind}
        />
      }
    >
      {answer === null || day === null ? (
        <SkeletonRows count={5} label={reports.topPages} />
      ) : (
        <Pages answer={answer} pages={day.topPages[kind]} />
      )}
    </Card>
  )
})

function Pages({ answer, pages }: { answer: OverviewAnswer; pages: OverviewAnswer['data']['topPages']['visited'] }) {
  const { reports } = useText()
  const whyOf = useWhyMissing()
  const isWide = useWide()
  const [isWhole, setWhole] = useState(false)
  if (pages.length > 0) {
    const rows = pageRows(pages)
    const shown = isWide && !isWhole ? rows.slice(0, BESIDE_CHART) : rows
    return (
      <>
        {shown.map(({ path, ...row }) => (
          <RankedRow key={path} {...row} fullName={path} />
        ))}
        {shown.length < rows.length ? (
          <TextLink text={reports.rest(rows.length - shown.length)} onPress={() => setWhole(true)} />
        ) : null}
      </>
    )
  }
  const visits = shownDay(answer).metrics.find(({ id }) => id === 'visit_pv')?.value ?? null
  if (visits === 0) return <Empty title={reports.noPages} text={reports.noPagesText} />
  return <Note text={`${reports.pagesUnknown}${whyOf(answer.freshness.state)}`} />
}
