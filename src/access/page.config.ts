/** What every page of this package tells WeChat. Pulling is the mini program's own: a browser reloads by itself. */
export const accessPage = {
  navigationStyle: 'custom',
  ...(process.env.TARO_ENV === 'weapp' ? { enablePullDownRefresh: true } : {}),
} as const
