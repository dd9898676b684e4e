/**
 * What every report page tells WeChat. Pulling is the mini program's own: on the web Taro would move the page, and with it the fixed dock,
 * and a browser reloads by itself.
 */
export const reportPage = {
  navigationStyle: 'custom',
  ...(process.env.TARO_ENV === 'weapp' ? { enablePullDownRefresh: true } : {}),
} as const

/** As {@link reportPage}, with a chart on it. */
export const chartPage = {
  ...reportPage,
  // the whole path: the bare name emits nothing and says nothing
  usingComponents: { 'ec-canvas': 'echarts-for-weixin/miniprogram_dist/index' },
} as const
