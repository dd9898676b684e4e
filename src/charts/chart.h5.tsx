import type { ECharts } from 'echarts/core'
import { useEffect, useRef } from 'react'
import type { ChartProps } from './chart.types'
import { echarts } from './echarts'
import { listenToPlace } from './place-listener'

/** One ECharts canvas; draws at once, follows its place's width. */
export function Chart({ id, option, onPlace }: ChartProps) {
  const host = useRef<HTMLDivElement>(null)
  const chart = useRef<ECharts | null>(null)
  const tell = useRef(onPlace)
  tell.current = onPlace
  useEffect(() => {
    if (!host.current) return
    const made = echarts.init(host.current)
    chart.current = made
    if (tell.current) listenToPlace(made, place => tell.current?.(place))
    const watcher = new ResizeObserver(() => made.resize())
    watcher.observe(host.current)
    return () => {
      watcher.disconnect()
      made.dispose()
      chart.current = null
    }
  }, [])
  useEffect(() => {
    chart.current?.setOption(option, { notMerge: true })
  }, [option])
  return <div id={id} ref={host} className="da-plot-in" />
}
