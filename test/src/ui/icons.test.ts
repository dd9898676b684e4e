import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { iconNames } from '../../../src/ui/icon.tsx'

const styles = readFileSync(new URL('../../../src/styles/icons.css', import.meta.url), 'utf8')

describe('icons', () => {
  it('are drawn for every name, and for no other', () => {
    const drawn = [...styles.matchAll(/\.da-ic-([\w-]+)/g)].map(found => found[1])
    expect(drawn.sort()).toEqual([...iconNames].sort())
  })

  it('come from no other place than this file', () => {
    expect(styles.match(/url\("(?!data:image\/svg\+xml,)/g)).toBeNull()
  })
})
