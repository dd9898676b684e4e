import { readdirSync } from 'node:fs'
import { beforeAll, describe, expect, it } from 'vitest'
import { BUILD_TIMEOUT, built } from '../support/built.ts'
import { type Change, compile } from './compile.ts'

const MB = 1024 * 1024
const PAGE = 'pages/binding/index'

/** `app.json` with one field changed. */
const appJson =
  (change: object): Change =>
  read => ({ 'app.json': JSON.stringify({ ...JSON.parse(read('app.json')), ...change }) })

describe("WeChat's own compiler", () => {
  let dist: string
  let before: string[]
  let files: Map<string, number>

  beforeAll(async () => {
    dist = await built('weapp')
    before = readdirSync('.')
    // the whole of it once: it takes the compiler half a minute and more
    files = await compile(dist)
  }, BUILD_TIMEOUT)

  it('takes the mini program as it is, within two megabytes a package', () => {
    const names = [...files.keys()]
    expect(names).toEqual(expect.arrayContaining(['app.json', 'app.js', 'reports/overview/index.js']))
    const bytes = (isIn: (name: string) => boolean) =>
      names.filter(isIn).reduce((sum, name) => sum + (files.get(name) ?? 0), 0)
    expect(bytes(name => !name.startsWith('reports/'))).toBeLessThanOrEqual(2 * MB)
    expect(bytes(name => name.startsWith('reports/'))).toBeLessThanOrEqual(2 * MB)
  })

  it('leaves nothing behind where it is started', () => {
    expect(readdirSync('.')).toEqual(before)
  })

  it.each<[string, Change, RegExp]>([
    [
      'a missing page',
      () => ({ [`${PAGE}.js`]: null }),
      /could not find the corresponding file: "pages\/binding\/index\.js"/,
    ],
    [
      'a missing component',
      () => ({ [`${PAGE}.json`]: '{"usingComponents":{"comp":"../../gone"}}' }),
      /component not found in the path/,
    ],
    [
      'a preloadRule for a package that is not there',
      appJson({ preloadRule: { 'pages/apps/index': { network: 'all', packages: ['gone'] } } }),
      /preloadRule.*gone\/ not found/,
    ],
    ['broken WXML', () => ({ [`${PAGE}.wxml`]: '<view><text></view>' }), /unexpected end tag: view/],
    ['broken WXSS', read => ({ 'app.wxss': `${read('app.wxss')}\n.a { color: red` }), /Unclosed block/],
    ['broken JS', () => ({ [`${PAGE}.js`]: 'Page({' }), /pages\/binding\/index\.js/],
  ])('refuses %s', async (_what, change, words) => {
    await expect(compile(dist, change)).rejects.toThrow(words)
  })
})
