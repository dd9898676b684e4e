export default definePageConfig({
  navigationStyle: 'custom',
  enablePullDownRefresh: true,
  enablePageScroll: true,
} as object)
