import type { EChartsCoreOption } from 'echarts/core'

export interface ChartProps {
  /** Unique on the page. */
  id: string
  option: EChartsCoreOption
  /** px */
  height: number
  /** A finger or a pointer over the plot: the place on the x axis, in its own numbers. */
  onPlace?: ((place: number) => void) | undefined
}
