import { describe, expect, it } from 'vitest'
import { secretRefusals, tokenStates } from '../../../src/contract/apps.ts'
import { auditActions } from '../../../src/contract/audit.ts'
import { metricIds } from '../../../src/contract/metrics.ts'
import { pageColumns } from '../../../src/contract/pages.ts'
import { performanceModules } from '../../../src/contract/performance.ts'
import { portraitAttributes } from '../../../src/contract/portrait.ts'
import { reasons } from '../../../src/contract/reasons.ts'
import { reportStates } from '../../../src/contract/report-states.ts'
import { scopes } from '../../../src/contract/scopes.ts'
import { badgeOf, bannerOf } from '../../../src/features/freshness/model.ts'
import { auditDays } from '../../../src/features/grants/audit-model.ts'
import { gapLines } from '../../../src/features/report/gaps.ts'
import { progressOf, troubleOf } from '../../../src/features/status/model.ts'
import { allWords } from '../../support/all-words.ts'

const NOW = Date.parse('2026-07-15T16:30:00+08:00')
const CHINESE = /[一-鿿]/
const names = { actor: '林', target: '周', report: '来源分析' }
const columns = pageColumns.filter(column => column !== 'remark')

/** What a code of the contract is in words; functions are told something to speak about. */
const catalogues: [string, readonly string[], (text: ReturnType<typeof allWords>, code: string) => unknown][] = [
  ['reason', reasons, ({ states }, code) => at(states.reason, code)],
  ['state of a report', reportStates, ({ states }, code) => at(states.why, code)],
  ['state of a token', tokenStates.filter(state => state !== 'ok'), ({ apps }, code) => at(apps.trouble, code)],
  ['refusal of a secret', secretRefusals, ({ binding }, code) => at(binding.refusals, code)],
  ['deed', auditActions, ({ audit }, code) => at(audit.sentence, code)],
  ['section', scopes, ({ access }, code) => at(access.scopes, code)],
  ['metric', metricIds, ({ metrics }, code) => at(metrics, code)],
  ['column of a page', columns, ({ pages }, code) => at(pages.column, code)],
  ['module', performanceModules, ({ performance }, code) => at(performance.modules, code)],
  ['attribute', portraitAttributes, ({ portrait }, code) => at(portrait, code)],
]

function at(words: object, code: string): unknown {
  const found: unknown = (words as Record<string, unknown>)[code]
  if (typeof found === 'function') return found(names)
  return typeof found === 'object' && found !== null ? Object.values(found).join(' ') : found
}

/** A code of the contract, as nobody speaks. */
const RAW = /\b[a-z]+_[a-z_]+\b|\bundefined\b|\bnull\b|\bNaN\b|\[object/

describe.each(catalogues)('every %s', (_what, codes, wordsOf) => {
  it.each([...codes])('%s has words in both languages', code => {
    const chinese = wordsOf(allWords('zh-CN'), code)
    const english = wordsOf(allWords('en'), code)
    expect(chinese).toMatch(CHINESE)
    expect(english).toMatch(/[A-Za-z]{2}/)
    expect(String(english).replace(/林|周|来源分析/g, '')).not.toMatch(CHINESE)
    for (const words of [chinese, english]) expect(words).not.toMatch(RAW)
  })
})

describe.each(['zh-CN', 'en'] as const)('in %s no raw code is shown', locale => {
  const standing = { isKept: false, isFetching: false, error: null, readAt: NOW }
  const asOf = '2026-07-15T01:00:00Z'

  it.each(reportStates.flatMap(state => [undefined, ...reasons].map(reason => [state, reason] as const)))(
    'by the badge and the banner of %s because of %s',
    (state, reason) => {
      for (const when of [asOf, null]) {
        const all = { ...standing, freshness: { state, asOf: when, ...(reason ? { reason } : {}) } }
        const { text, why } = badgeOf(all, NOW, locale)
        const banner = bannerOf(all, NOW, locale)
        for (const words of [text, why, banner?.title ?? '好', banner?.text ?? '好']) {
          expect(words).not.toBe('')
          expect(words).not.toMatch(RAW)
        }
      }
    },
  )

  it.each(reportStates)('by the note under days that are %s', state => {
    const byDay = [
      { date: '2026-07-13', state },
      { date: '2026-07-14', state: 'final' as const },
    ]
    expect(gapLines(byDay, locale).join()).not.toMatch(RAW)
  })

  it.each([undefined, ...reasons])('by the filling that waits because of %s', reason => {
    const backfill = { from: '2026-04-15', done: 3, total: 90, ...(reason ? { reason } : {}) }
    const progress = progressOf({ backfill } as Parameters<typeof progressOf>[0], locale)
    expect(progress?.text).toBeTruthy()
    expect(`${progress?.title} ${progress?.text}`).not.toMatch(RAW)
  })

  it.each(tokenStates)('by the banner of a token that is %s', state => {
    const trouble = troubleOf({ token: { state, message: null } }, locale)
    expect(trouble === null).toBe(state === 'ok')
    expect(`${trouble?.title ?? ''} ${trouble?.text ?? ''}`).not.toMatch(RAW)
  })

  it('by a record of a report that is not known yet', () => {
    const entry = {
      id: '1',
      at: asOf,
      actor: { id: 'p', nickname: '林' },
      action: 'export' as const,
      target: null,
      detail: { report: 'from_tomorrow' },
    }
    const [day] = auditDays([entry] as Parameters<typeof auditDays>[0], locale)
    expect(day?.lines[0]?.sentence).toBeTruthy()
    expect(day?.lines[0]?.sentence).not.toMatch(RAW)
  })
})
