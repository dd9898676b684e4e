import { useMemo } from 'react'
import { TrendChart } from '@/charts'
import type { Granularity } from '@/contract/periods'
import type { RetentionData, RetentionRow } from '@/contract/report-retention'
import { Sheet } from '@/ui'
import { useLocale, useText } from '../language/text'
import { curveOf, curveReadOut } from './curve-model'
import { rowName } from './model'

export interface CurveSheetProps {
  data: RetentionData | null
  granularity: Granularity
  /** The cohort to show; null = closed. */
  period: string | null
  onClose: () => void
}

/** How one cohort came back, in a sheet. */
export function CurveSheet({ data, granularity, period, onClose }: CurveSheetProps) {
  const { retention, states } = useText()
  const locale = useLocale()
  const row = data?.rows.find(one => one.period === period) ?? null
  const name = row === null ? '' : rowName(granularity, row.period, locale)
  return (
    <Sheet
      id="curve-sheet"
      open={row !== null}
      title={retention.curveOf(name)}
      closeLabel={states.close}
      onClose={onClose}
    >
      {data === null || row === null ? null : <Curve data={data} row={row} granularity={granularity} name={name} />}
    </Sheet>
  )
}

interface CurveProps {
  data: RetentionData
  row: RetentionRow
  granularity: Granularity
  name: string
}

function Curve({ data, row, granularity, name }: CurveProps) {
  const { retention } = useText()
  const locale = useLocale()
  const curve = useMemo(() => curveOf(data, row, granularity, name, locale), [data, row, granularity, name, locale])
  const series = useMemo(() => ({ label: name, points: curve.points }), [name, curve])
  const compare = useMemo(() => ({ label: retention.mean, points: curve.mean }), [retention, curve])
  return (
    <TrendChart
      id="retention-curve"
      series={series}
      compare={compare}
      unit="percent"
      language={locale === 'en' ? 'en' : 'zh'}
      readOut={at => curveReadOut(row, curve, at, locale)}
      ariaText={curve.spoken}
    />
  )
}
