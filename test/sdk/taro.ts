import path from 'node:path'
import { build } from 'esbuild'
import { ROOT } from '../arch/sources.ts'

/** How Taro makes the page of a mini program: most of them by `Page`, some by `Component` with the same handlers as methods. */
export type PageMaker = 'Page' | 'Component'

/** Compile-time switches of Taro's runtime. */
const SWITCHES = [
  'INNER_HTML',
  'ADJACENT_HTML',
  'SIZE_APIS',
  'TEMPLATE_CONTENT',
  'MUTATION_OBSERVER',
  'CLONE_NODE',
  'CONTAINS',
]

/** The example for Taro as one script for a mini program: Taro's runtime, and what its loaders write around app and page. */
export async function taroProgram(maker: PageMaker): Promise<string> {
  const config = `createPageConfig(Index, 'pages/index/index', { root: { cn: [] } }, { enableShareAppMessage: true })`
  const { outputFiles } = await build({
    stdin: {
      contents: `
        import '@tarojs/plugin-platform-weapp/dist/runtime'
        import { createReactApp } from '@tarojs/plugin-framework-react/dist/runtime'
        import { createPageConfig } from '@tarojs/runtime'
        import * as React from 'react'
        import * as ReactDOM from '@tarojs/react'
        import Root from './app'
        import Index from './pages/index/index'
        Index.enableShareAppMessage = true
        App(createReactApp(Root, React, ReactDOM, { pages: ['pages/index/index'] }))
        ${maker === 'Page' ? `Page(${config})` : `Component({ methods: ${config} })`}`,
      resolveDir: path.join(ROOT, 'sdk', 'examples', 'taro'),
      loader: 'tsx',
    },
    bundle: true,
    write: false,
    format: 'iife',
    target: 'es2017',
    jsx: 'automatic',
    alias: {
      'data-assistant-sdk': path.join(ROOT, 'sdk', 'index.ts'),
      '@tarojs/components': '@tarojs/components/mini',
      'react-dom': '@tarojs/react',
    },
    inject: [path.join(ROOT, 'test', 'sdk', 'taro-globals.ts')],
    define: {
      'process.env.NODE_ENV': '"production"',
      'process.env.TARO_ENV': '"weapp"',
      'process.env.TARO_PLATFORM': '"mini"',
      'process.env.FRAMEWORK': '"react"',
      'process.env.SUPPORT_TARO_POLYFILL': '"disabled"',
      ...Object.fromEntries(SWITCHES.map(name => [`ENABLE_${name}`, 'false'])),
    },
    logLevel: 'silent',
  })
  return outputFiles.map(file => file.text).join('\n')
}
