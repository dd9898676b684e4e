import { describe, expect, it } from 'vitest'
import type { Scope } from '../../../src/contract/scopes.ts'
import { fileName, mayExport } from '../../../src/features/export/model.ts'

describe('taking a table along', () => {
  const viewer = (...scopes: Scope[]) => ({ role: 'viewer' as const, scopes })
  it.each([
    ['an admin', { role: 'admin' as const, scopes: [] }, true],
    ['a viewer with the scope', viewer('visit', 'export'), true],
    ['a viewer without it', viewer('visit'), false],
    ['nobody known yet', null, false],
  ])('is for %s: %o → %s', (_who, app, may) => expect(mayExport(app)).toBe(may))

  it('names the file by app, report and days', () => {
    const range = { from: '2026-07-08', to: '2026-07-14' }
    expect(fileName({ name: '青禾' }, '来源分析', range)).toBe('青禾 来源分析 2026-07-08_2026-07-14.csv')
    expect(fileName({ name: 'a/b:c\n' }, '页面', { from: range.to, to: range.to })).toBe('a_b_c_ 页面 2026-07-14.csv')
  })
})
