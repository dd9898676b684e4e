import { View } from '@tarojs/components'
import type { ECharts } from 'echarts/core'
import { useEffect, useMemo, useRef } from 'react'
import type { ChartProps } from './chart.types'
import { echarts } from './echarts'
import { listenToPlace } from './place-listener'

interface WeappCanvas {
  addEventListener?: () => void
  removeEventListener?: () => void
  setChart?: (chart: ECharts) => void
}

/** The two functions of echarts that ec-canvas calls; the whole namespace would cross setData. */
const bridge = {
  registerPreprocessor: (hook: Parameters<typeof echarts.registerPreprocessor>[0]) =>
    echarts.registerPreprocessor(hook),
  setCanvasCreator: (createCanvas: () => HTMLCanvasElement) => echarts.setPlatformAPI({ createCanvas }),
}

const nothing = () => undefined

/** One ECharts canvas in ec-canvas; a redraw costs no setData. */
export function Chart({ id, option, onPlace }: ChartProps) {
  const chart = useRef<ECharts | null>(null)
  const latest = useRef(option)
  latest.current = option
  const tell = useRef(onPlace)
  tell.current = onPlace
  const ec = useMemo(
    () => ({
      onInit(canvas: WeappCanvas, width: number, canvasHeight: number, dpr: number) {
        // zrender calls both; ec-canvas 1.0.2 has neither, and the chart would stay blank
        canvas.addEventListener = nothing
        canvas.removeEventListener = nothing
        const made = echarts.init(canvas as unknown as HTMLElement, null, {
          width,
          height: canvasHeight,
          devicePixelRatio: dpr,
        })
        canvas.setChart?.(made)
        made.setOption(latest.current)
        if (tell.current) listenToPlace(made, place => tell.current?.(place))
        chart.current = made
        return made
      },
    }),
    [],
  )
  useEffect(() => {
    chart.current?.setOption(option, { notMerge: true })
  }, [option])
  useEffect(() => () => chart.current?.dispose(), [])
  return (
    <View className="da-plot-in">
      <ec-canvas id={id} canvas-id={id} echarts={bridge} ec={ec} />
    </View>
  )
}
