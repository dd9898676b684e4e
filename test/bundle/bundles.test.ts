import { beforeAll, describe, expect, it } from 'vitest'
import { BUILD_TIMEOUT, built } from '../support/built.ts'
import { bundleOf } from './bundle-of.ts'
import { unreadable } from './readable.ts'
import { gzippedSize, initialScripts, packageSizes, shippedFiles } from './sizes.ts'

const KB = 1024
/** A name inside TypeBox that no minifier may change: every schema carries it. */
const TYPEBOX = '~kind'
let h5: Map<string, Buffer>
let weapp: Map<string, Buffer>

beforeAll(async () => {
  h5 = shippedFiles(await built('h5'))
  weapp = shippedFiles(await built('weapp'))
}, BUILD_TIMEOUT)

const filesWith = (files: ReadonlyMap<string, Buffer>, text: string) =>
  [...files].filter(([, bytes]) => bytes.includes(text)).map(([name]) => name)

describe('the mini program', () => {
  it('keeps its main package within 700 KB', () => {
    expect(packageSizes(weapp)['']).toBeLessThanOrEqual(700 * KB)
  })

  it('keeps each subpackage within 1 MB', () => {
    const { '': _main, ...subpackages } = packageSizes(weapp)
    expect(Object.keys(subpackages)).toContain('reports')
    expect(Object.entries(subpackages).filter(([, bytes]) => bytes > 1024 * KB)).toEqual([])
  })

  it('draws charts in the subpackage only', () => {
    const { reports = 0 } = packageSizes(weapp)
    const main = [...weapp].filter(([name]) => !name.startsWith('reports/'))
    expect(filesWith(new Map(main), 'echarts.init')).toEqual([])
    expect(reports).toBeGreaterThan(0)
  })

  it('names every page that it declares', () => {
    const app = JSON.parse(String(weapp.get('app.json'))) as {
      pages: string[]
      subPackages: { root: string; pages: string[] }[]
    }
    const pages = [
      ...app.pages,
      ...app.subPackages.flatMap(part => part.pages.map(page => `${part.root.replace(/\/$/, '')}/${page}`)),
    ]
    expect(pages.filter(page => !weapp.has(`${page}.js`) || !weapp.has(`${page}.wxml`))).toEqual([])
  })
})

describe('the web app', () => {
  it('loads at most 180 KB of gzipped script before it runs', () => {
    const scripts = initialScripts(String(h5.get('index.html')))
    expect(scripts).not.toEqual([])
    expect(gzippedSize(h5, scripts)).toBeLessThanOrEqual(180 * KB)
  })

  it('asks no other host for anything', () => {
    expect(String(h5.get('index.html'))).not.toMatch(/(src|href)="(https?:)?\/\//)
    expect(
      [...h5].filter(([name, bytes]) => name.endsWith('.css') && /url\(["']?(https?:)?\/\//.test(String(bytes))),
    ).toEqual([])
  })
})

describe('both', () => {
  it('are scripts that every phone in the field can read', () => {
    const scripts = [...h5, ...weapp].filter(([name]) => name.endsWith('.js'))
    expect(scripts.flatMap(([name, bytes]) => unreadable(String(bytes)).map(why => `${name}: ${why}`))).toEqual([])
  })

  it.each(['class A{#b=1}', 'class A{static{}}', 'a.#"b"', 'a ??= b', 'a?.b', 'a ?? b'])(
    'would not pass with %s',
    code => {
      expect(unreadable(code)).not.toEqual([])
    },
  )

  it('carry no schema library', () => {
    expect([...filesWith(h5, TYPEBOX), ...filesWith(weapp, TYPEBOX)]).toEqual([])
  })

  it('would show the schema library if it were there', async () => {
    await expect(
      bundleOf(`import { Type } from 'typebox'; globalThis.x = Type.Object({ day: Type.String() })`),
    ).resolves.toContain(TYPEBOX)
  })

  it('know no upstream address', () => {
    expect([...filesWith(h5, 'api.weixin.qq.com'), ...filesWith(weapp, 'api.weixin.qq.com')]).toEqual([])
  })
})

describe('the measuring', () => {
  const files = new Map([
    ['app.json', Buffer.from('{"subPackages":[{"root":"reports/"}]}')],
    ['app.js', Buffer.alloc(10)],
    ['reports/a/index.js', Buffer.alloc(20)],
  ])

  it('counts main and subpackage apart', () => {
    expect(packageSizes(files)).toEqual({ '': 37 + 10, reports: 20 })
  })

  it('finds the scripts of a page', () => {
    expect(initialScripts('<script defer="defer" src="./js/app.1.js"></script><script>inline()</script>')).toEqual([
      'js/app.1.js',
    ])
  })

  it('refuses a script that is not there', () => {
    expect(() => gzippedSize(files, ['js/app.1.js'])).toThrow('js/app.1.js')
  })
})
