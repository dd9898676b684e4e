import path from 'node:path'
import { defineConfig } from '@tarojs/cli'
import webpack from 'webpack'

const root = process.cwd()
const serverUrl = process.env.TARO_APP_SERVER_URL ?? ''
const isWeapp = process.env.TARO_ENV === 'weapp'

// Older browsers would cost every visitor of the web app 18 KB (gzip) of polyfills; old phones run the mini program.
if (!isWeapp) process.env.BROWSERSLIST = 'chrome >= 80, edge >= 80, firefox >= 78, safari >= 13, ios >= 13'

/** Packages that ship syntax too new for phones in the field: compiled like our own code. */
const compile = {
  include: [
    /node_modules[\\/](@tanstack|filter-obj|query-string|split-on-first|decode-uri-component|uqr|zustand)[\\/]/,
  ],
}

/**
 * One output folder per target. Sizes are real px everywhere: `pxtransform` stays off, so that a wider phone shows more, not bigger.
 * `TARO_APP_SERVER_URL` (weapp only, `https://…` without a trailing slash) is the server that the mini program talks to; the web app uses its own origin.
 */
export default defineConfig(() => ({
  projectName: 'data-assistant',
  date: '2026-07-01',
  designWidth: 375,
  deviceRatio: { 375: 2, 640: 1.17, 750: 1, 828: 0.905 },
  sourceRoot: 'src',
  outputRoot: `dist/${process.env.TARO_ENV}`,
  alias: {
    '@': path.resolve(root, 'src'),
    // the modern build has private fields: too new for phones in the field, and the minifier writes them wrong
    '@tanstack/query-core': path.resolve(root, 'node_modules/@tanstack/query-core/build/legacy/index.js'),
    '@tanstack/react-query': path.resolve(root, 'node_modules/@tanstack/react-query/build/legacy/index.js'),
  },
  plugins: isWeapp
    ? ['weapp-aria', 'weapp-taps', 'weapp-texts'].map(name => path.resolve(root, `config/${name}.ts`))
    : [],
  framework: 'react',
  compiler: { type: 'webpack5', prebundle: { enable: false } },
  cache: { enable: false },
  copy: {
    patterns: isWeapp ? [] : [{ from: 'src/static/offline-shell.js', to: 'dist/h5/offline-shell.js' }],
    options: {},
  },
  defineConstants: { SERVER_URL: JSON.stringify(isWeapp ? serverUrl : '') },
  // Chinese as it is, three bytes a sign: escaped it would be six, and the words are a seventh of the main package
  terser: { enable: true, config: { output: { ascii_only: false } } },
  mini: {
    compile,
    debugReact: false,
    // or what two report pages share, echarts first, would land in the main package
    optimizeMainPackage: { enable: true },
    postcss: { pxtransform: { enable: false, config: {} }, url: { enable: true, config: { limit: 1024 } } },
    miniCssExtractPluginOption: { ignoreOrder: true },
    webpackChain(chain) {
      chain
        .plugin('abort-controller')
        .use(webpack.ProvidePlugin, [
          { AbortController: [path.resolve(root, 'src/platform/abort-controller.ts'), 'AbortController'] },
        ])
    },
  },
  h5: {
    compile,
    publicPath: './',
    staticDirectory: 'static',
    // plain div, span and input instead of custom elements: lighter, and an aria attribute reaches the element that carries it
    useHtmlComponents: true,
    router: { mode: 'hash' },
    output: { filename: 'js/[name].[contenthash:8].js', chunkFilename: 'js/[name].[contenthash:8].js' },
    miniCssExtractPluginOption: {
      ignoreOrder: true,
      filename: 'css/[name].[contenthash:8].css',
      chunkFilename: 'css/[name].[contenthash:8].css',
    },
    webpackChain(chain) {
      // one copy of echarts for all report pages, fetched with the first of them
      chain.optimization.merge({
        splitChunks: {
          cacheGroups: {
            echarts: {
              name: 'echarts',
              chunks: 'async',
              test: /node_modules[\\/](echarts|zrender)[\\/]/,
              priority: 50,
            },
            // what several pages use comes once, not once a page
            shared: { name: 'shared', chunks: 'async', minChunks: 2, priority: 40, reuseExistingChunk: true },
          },
        },
      })
      chain.performance.hints(false)
    },
    postcss: { pxtransform: { enable: false, config: {} }, autoprefixer: { enable: true, config: {} } },
  },
}))
