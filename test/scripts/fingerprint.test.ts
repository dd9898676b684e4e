import { mkdirSync, mkdtempSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { contentHash, listingHash } from '../../scripts/fingerprint.mjs'

let root: string
const write = (name: string, text: string) => {
  mkdirSync(path.dirname(path.join(root, name)), { recursive: true })
  writeFileSync(path.join(root, name), text)
}

beforeEach(() => {
  root = mkdtempSync(path.join(tmpdir(), 'data-assistant-hash-'))
  write('src/a.ts', 'one')
  write('src/deep/b.ts', 'two')
})

afterEach(() => rmSync(root, { recursive: true, force: true }))

describe('contentHash', () => {
  const changes: [string, () => void][] = [
    ['a text of the same length', () => write('src/a.ts', 'six')],
    ['a new file', () => write('src/c.ts', '')],
    ['a file that moved', () => renameSync(path.join(root, 'src/a.ts'), path.join(root, 'src/deep/a.ts'))],
    ['a file that went', () => rmSync(path.join(root, 'src/deep/b.ts'))],
  ]

  it.each(changes)('changes with %s', (_what, change) => {
    const before = contentHash(root, ['src'])
    change()
    expect(contentHash(root, ['src'])).not.toBe(before)
  })

  it('stays when nothing changed, and counts a missing input as missing', () => {
    expect(contentHash(root, ['src', 'nowhere'])).toBe(contentHash(root, ['src', 'nowhere']))
  })
})

describe('listingHash', () => {
  it('sees a deleted file', () => {
    const before = listingHash(root, 'src', '.stamp')
    rmSync(path.join(root, 'src/a.ts'))
    expect(listingHash(root, 'src', '.stamp')).not.toBe(before)
  })

  it('does not count the stamp', () => {
    const before = listingHash(root, 'src', '.stamp')
    write('src/.stamp', 'x')
    expect(listingHash(root, 'src', '.stamp')).toBe(before)
  })
})
