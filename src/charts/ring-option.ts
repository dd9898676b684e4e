import type { EChartsCoreOption } from 'echarts/core'
import type { ChartTheme, SeriesColor } from './theme'

export interface RingPart {
  name: string
  value: number
  color: SeriesColor
}

/** A ring is read at a glance up to here; more parts belong into a list. */
export const MOST_PARTS = 3

/** What ECharts draws for parts of a whole, from twelve o'clock on. */
export function ringOption(parts: readonly RingPart[], theme: ChartTheme): EChartsCoreOption {
  const drawn = parts.filter(({ value }) => value > 0)
  return {
    animation: false,
    series: [
      {
        type: 'pie',
        radius: ['74%', '100%'],
        silent: true,
        label: { show: false },
        labelLine: { show: false },
        data: drawn.map(({ name, value, color }) => ({
          name,
          value,
          itemStyle: {
            color: theme[color],
            borderColor: theme.card,
            borderWidth: drawn.length > 1 ? 2 : 0,
          },
        })),
      },
    ],
  }
}
