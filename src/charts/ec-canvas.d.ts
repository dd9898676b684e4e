import type { echarts } from './echarts'

declare module 'react' {
  namespace JSX {
    interface IntrinsicElements {
      /** The native component of echarts-for-weixin; written as JSX, since Taro reads its properties from there. */
      'ec-canvas': {
        id: string
        'canvas-id': string
        echarts: Record<string, (hook: never) => void>
        ec: { onInit: (canvas: never, width: number, height: number, dpr: number) => ReturnType<typeof echarts.init> }
      }
    }
  }
}
