import type { ECharts } from 'echarts/core'

/** Tells where on the x axis the pointer is, while it moves with a finger down or hovers. */
export function listenToPlace(chart: ECharts, tell: (place: number) => void): void {
  const heard = (event: { offsetX: number }) => {
    const place = chart.convertFromPixel({ xAxisIndex: 0 }, event.offsetX)
    if (typeof place === 'number' && Number.isFinite(place)) tell(place)
  }
  const touchTypes = ['mousedown', 'mousemove', 'click'] as const
  for (const type of touchTypes) chart.getZr().on(type, heard)
}
