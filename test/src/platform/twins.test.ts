import { existsSync, readdirSync } from 'node:fs'
import path from 'node:path'
import { describe, expect, expectTypeOf, it } from 'vitest'

const src = new URL('../../../src/', import.meta.url).pathname

const twins = readdirSync(src, { recursive: true, encoding: 'utf8' }).filter(file => /\.weapp\.tsx?$/.test(file))

describe('every file for the mini program', () => {
  it('is found', () => {
    expect(twins.length).toBeGreaterThan(5)
  })

  it.each(twins)('%s has a web twin and a neutral file of the same ending', file => {
    // Taro looks for `x.ts` before `x.weapp.tsx`: with another ending the neutral file would win, in silence
    const extension = path.extname(file)
    const stem = file.slice(0, -`.weapp${extension}`.length)
    expect(existsSync(src + stem + extension)).toBe(true)
    expect(existsSync(`${src}${stem}.h5${extension}`)).toBe(true)
  })
})

it('twins have one signature', () => {
  expectTypeOf<typeof import('../../../src/platform/elements.weapp.tsx')>().toEqualTypeOf<
    typeof import('../../../src/platform/elements.h5.tsx')
  >()
  expectTypeOf<typeof import('../../../src/platform/storage.weapp.ts')>().toEqualTypeOf<
    typeof import('../../../src/platform/storage.h5.ts')
  >()
  expectTypeOf<typeof import('../../../src/platform/request.weapp.ts')>().toEqualTypeOf<
    typeof import('../../../src/platform/request.h5.ts')
  >()
  expectTypeOf<typeof import('../../../src/platform/system.weapp.ts')>().toEqualTypeOf<
    typeof import('../../../src/platform/system.h5.ts')
  >()
  expectTypeOf<typeof import('../../../src/platform/presence.weapp.ts')>().toEqualTypeOf<
    typeof import('../../../src/platform/presence.h5.ts')
  >()
  expectTypeOf<keyof typeof import('../../../src/platform/login.weapp.ts')>().toEqualTypeOf<
    keyof typeof import('../../../src/platform/login.h5.ts')
  >()
  expectTypeOf<typeof import('../../../src/platform/clipboard.weapp.ts')>().toEqualTypeOf<
    typeof import('../../../src/platform/clipboard.h5.ts')
  >()
  expectTypeOf<typeof import('../../../src/platform/dialog.weapp.ts')>().toEqualTypeOf<
    typeof import('../../../src/platform/dialog.h5.ts')
  >()
})
