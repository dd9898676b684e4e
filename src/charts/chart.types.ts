import type { EChartsCoreOption } from 'echarts/core'

/** The chart fills the positioned block that holds it. */
export interface ChartProps {
  /** Unique on the page. */
  id: string
  option: EChartsCoreOption
  /** A finger or a pointer over the plot: the place on the x axis, in its own numbers. */
  onPlace?: ((place: number) => void) | undefined
}
