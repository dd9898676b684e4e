export default defineAppConfig({
  pages: [
    'pages/apps/index',
    'pages/binding/index',
    'pages/signin/index',
    'pages/handoff/index',
    'pages/navigation/index',
    'pages/invitation/index',
  ],
  subPackages: [
    {
      root: 'reports',
      name: 'reports',
      pages: [
        'overview/index',
        'trend/index',
        'sources/index',
        'engagement/index',
        'pages/index',
        'retention/index',
        'portrait/index',
        'performance/index',
        'portfolio/index',
        'realtime/index',
      ],
    },
    {
      root: 'access',
      name: 'access',
      pages: ['grants/index', 'audit/index', 'collector/index', 'settings/index', 'profile/index', 'notices/index'],
    },
  ],
  preloadRule: { 'pages/apps/index': { network: 'all', packages: ['reports'] } },
  // the web app swaps pages at once; only there, since WeChat does not know the key
  ...(process.env.TARO_ENV === 'h5' ? { animation: false } : {}),
  // names and pictures are WeChat's to give only after the person agreed
  ...(process.env.TARO_ENV === 'weapp' ? { __usePrivacyCheck__: true } : {}),
  lazyCodeLoading: 'requiredComponents',
  darkmode: true,
  themeLocation: 'theme.json',
  window: {
    navigationStyle: 'custom',
    navigationBarTitleText: '数据助手',
    navigationBarBackgroundColor: '@page',
    navigationBarTextStyle: '@text' as 'black',
    backgroundColor: '@page',
    backgroundTextStyle: '@background' as 'light',
  },
})
