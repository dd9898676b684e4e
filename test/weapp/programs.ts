/** Made-up mini programs: the smallest one that is right, and what a test changes in it. */
export type Files = Record<string, string>

const WHOLE: Files = {
  'app.json': JSON.stringify({
    pages: ['pages/home/index', 'pages/next/index'],
    subPackages: [{ root: 'extra', pages: ['far/index'] }],
    preloadRule: { 'pages/home/index': { network: 'all', packages: ['extra'] } },
  }),
  'app.js': 'App({ onLaunch() {} })',
  'app.wxss': 'page { color: #111 } .wide { width: 375rpx }',
  'pages/home/index.json': '{}',
  'pages/home/index.js': 'Page({ data: { count: 0 }, more() { this.setData({ count: this.data.count + 1 }) } })',
  'pages/home/index.wxml': '<view class="wide" bindtap="more">seen {{count}}</view>',
  'pages/next/index.json': '{}',
  'pages/next/index.js': 'Page({})',
  'pages/next/index.wxml': '<view>next</view>',
  'extra/far/index.json': '{}',
  'extra/far/index.js': 'Page({})',
  'extra/far/index.wxml': '<view>far</view>',
}

/** The whole program with some files changed; an empty text takes a file away. */
export function program(changed: Files = {}): ReadonlyMap<string, string> {
  return new Map(Object.entries({ ...WHOLE, ...changed }).filter(([, text]) => text !== ''))
}

/** The home page made anew: its methods (as they stand in `Page({…})`) and its template. */
export function home(script: string, wxml = '<view>home</view>', json = {}): ReadonlyMap<string, string> {
  return program({
    'pages/home/index.js': `Page({ ${script} })`,
    'pages/home/index.wxml': wxml,
    'pages/home/index.json': JSON.stringify(json),
  })
}
