import { Card, Columns, Sheet } from '@/ui'
import { useText } from '../language/text'
import { SourcePlot } from './source-plot'
import { SourcesCard } from './sources-card'
import type { SourcesPage } from './use-sources-page'

/** The ranked sources; on a wide screen the one that is looked at stands beside them. */
export function SourcePanels({ page }: { page: SourcesPage }) {
  const { report, answer, metric, picked, isWide } = page
  const list = (
    <SourcesCard
      answer={answer}
      metric={metric}
      isReading={report.view.isFetching}
      onPick={page.setPicked}
      onDefine={page.onDefine}
      onRetry={report.onRetry}
    />
  )
  if (!isWide || answer === null || picked === null) return list
  const { key, name } = picked
  const plot = (
    <Card title={name}>
      <SourcePlot answer={answer} source={key} name={name} height={320} />
    </Card>
  )
  return <Columns even left={list} right={plot} />
}

/** One source over days, in a sheet; a wide screen has it beside the list. */
export function SourceSheet({ page }: { page: SourcesPage }) {
  const { states } = useText()
  const { answer, picked, isWide } = page
  const shown = isWide ? null : picked
  return (
    <Sheet
      id="source-sheet"
      open={answer !== null && shown !== null}
      title={shown?.name ?? ''}
      closeLabel={states.close}
      onClose={() => page.setPicked(null)}
    >
      {answer === null || shown === null ? null : <SourcePlot answer={answer} source={shown.key} name={shown.name} />}
    </Sheet>
  )
}
