import { expect, it } from 'vitest'
import { cycles } from './cycles.ts'
import { importsOf, readSources } from './sources.ts'

const imports = importsOf(readSources('src', 'server', 'sdk', 'test'))

it('has no ring of imports in the product, types included', () => {
  expect(cycles(imports.filter(({ from }) => !from.startsWith('test/')))).toEqual([])
})

it('has no ring in the tests that costs something at run time', () => {
  expect(cycles(imports.filter(({ typeOnly }) => !typeOnly))).toEqual([])
})

it('sees a ring over three files', () => {
  const ring = new Map([
    ['src/lib/a.ts', `import { b } from './b'`],
    ['src/lib/b.ts', `export * from './c'`],
    ['src/lib/c.ts', `import { a } from '@/lib/a'`],
  ])
  expect(cycles(importsOf(ring))).toEqual(['src/lib/a.ts → src/lib/b.ts → src/lib/c.ts → src/lib/a.ts'])
})

it('sees two files that know the types of each other', () => {
  const pair = new Map([
    ['src/lib/a.ts', `import type { B } from './b'`],
    ['src/lib/b.ts', `import { type A } from './a'`],
  ])
  expect(cycles(importsOf(pair))).toEqual(['src/lib/a.ts → src/lib/b.ts → src/lib/a.ts'])
})
