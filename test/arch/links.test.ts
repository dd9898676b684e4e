import { describe, expect, it } from 'vitest'
import { deadLinks, readablePages } from './links.ts'

describe('the pages that people read', () => {
  it.each(readablePages('.'))('%s leads nowhere dead', page => {
    expect(deadLinks('.', page)).toEqual([])
  })

  it('are the README, the changelog and the documents', () => {
    expect(readablePages('.')).toEqual(expect.arrayContaining(['README.md', 'CHANGELOG.md', 'docs/deploy.md']))
  })

  it.each([
    ['[a](docs/nowhere.md)', ['README.md → docs/nowhere.md']],
    ['<img src="docs/images/gone.png">', ['README.md → docs/images/gone.png']],
    ['[a](docs/deploy.md#keys) [b](https://example.com) [c](#start)', []],
  ])('would be caught: %s', (text, dead) => {
    expect(deadLinks('.', 'README.md', text)).toEqual(dead)
  })
})
