export default definePageConfig({
  navigationStyle: 'custom',
  // the whole path: the bare name emits nothing and says nothing
  usingComponents: { 'ec-canvas': 'echarts-for-weixin/miniprogram_dist/index' },
})
