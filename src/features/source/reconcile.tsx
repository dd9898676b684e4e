import { useState } from 'react'
import { Card, Empty, ErrorBanner, Note, Paragraph, Segmented, SkeletonRows, StrongCell, Table } from '@/ui'
import { useYesterday } from '../clock/now'
import { isForbidden } from '../freshness/model'
import { useLocale, useText } from '../language/text'
import { useReconcile } from './queries'
import { type ReconciledMetric, reconciledMetrics, reconcileRows, reconcileSummary } from './reconcile-model'

/** WeChat's numbers and our own side by side, and why they differ. */
export function Reconcile({ appid }: { appid: string }) {
  const { metrics, reports, source, states } = useText()
  const locale = useLocale()
  const [metric, setMetric] = useState<ReconciledMetric>('visit_pv')
  const { data: answer, error, refetch } = useReconcile(appid, useYesterday(), metric)
  if (isForbidden(error)) return <Empty art="lock" title={states.noRightTitle(reports.trend)} text={states.noRight} />
  return (
    <>
      <Segmented
        full
        label={source.compare}
        options={reconciledMetrics.map(id => ({ id, text: metrics[id] }))}
        value={metric}
        onChange={setMetric}
      />
      {answer !== null ? (
        <>
          <Paragraph text={reconcileSummary(answer.data, locale)} />
          <Table
            label={source.compare}
            columns={[
              { id: 'day', title: reports.date },
              { id: 'wechat', title: states.official },
              { id: 'own', title: states.own },
              { id: 'ratio', title: source.share },
            ]}
            rows={reconcileRows(answer.data, locale).map(({ id, day, weekday, wechat, own, ratio }) => ({
              id,
              cells: [`${day} ${weekday}`, wechat, own, <StrongCell key="ratio" text={ratio} />],
            }))}
          />
          {answer.data.causes.map(cause => (
            <Note key={cause} text={`· ${source.causes[cause]}`} />
          ))}
        </>
      ) : error !== null ? (
        <ErrorBanner
          title={states.failedTitle}
          text={states.offlineEmpty}
          retry={{ text: states.retry, onPress: () => void refetch() }}
        />
      ) : (
        <Card flush busy>
          <SkeletonRows count={4} label={states.reading} />
        </Card>
      )}
    </>
  )
}
