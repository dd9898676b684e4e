import { describe, expect, it } from 'vitest'
import type { ReportState } from '../../../src/contract/report-states.ts'
import { gapLines } from '../../../src/features/report/gaps.ts'

const days = (...states: ReportState[]) =>
  states.map((state, at) => ({ date: `2026-07-${String(at + 1).padStart(2, '0')}`, state }))

describe('the days that a sum leaves out', () => {
  it('are named where one of several failed', () => {
    expect(gapLines(days('final', 'failed', 'final'), 'zh-CN')).toEqual(['07-02 没能取到，没有算进去'])
  })

  it('stand by reason, what failed first', () => {
    expect(gapLines(days('final', 'missing', 'failed', 'not_ready'), 'zh-CN')).toEqual([
      '07-03 没能取到，没有算进去',
      '07-04 微信还没算好，没有算进去',
      '07-02 微信没有给数，没有算进去',
    ])
  })

  it('are counted from the fourth on', () => {
    expect(gapLines(days('missing', 'missing', 'missing', 'missing', 'final'), 'zh-CN')).toEqual([
      '07-01、07-02、07-03 等 4 天 微信没有给数，没有算进去',
    ])
  })

  it.each([[days('final', 'provisional', 'stale')], [days('failed', 'failed')], [days('final', 'pending')], [[]]])(
    'are none of %j',
    list => {
      expect(gapLines(list, 'zh-CN')).toEqual([])
    },
  )
})
