import { describe, expect, it } from 'vitest'
import { changedNumbers } from '../../../server/domain/changed-numbers.ts'
import { reportPeriod } from '../../../server/domain/report-periods.ts'
import {
  distributionAnswer,
  page,
  pagesAnswer,
  retentionAnswer,
  summaryAnswer,
  visitAnswer,
} from '../../support/answers.ts'

const DAY = '2026-07-14'
const day = reportPeriod('visit.daily', DAY)

describe('the numbers that two answers differ in', () => {
  it('are the metrics of a day', () => {
    const [before, after] = [
      visitAnswer(DAY, { session_cnt: 17, visit_uv: 5 }),
      visitAnswer(DAY, { session_cnt: 18, visit_uv: 5 }),
    ]
    expect(changedNumbers('visit.daily', day, before, after)).toEqual([
      { metric: 'session_cnt', item: null, before: 17, after: 18 },
    ])
  })

  it('are unknown where an answer does not carry them', () => {
    const changed = changedNumbers(
      'summary.daily',
      day,
      summaryAnswer(DAY, { share_pv: 1 }),
      summaryAnswer(DAY, { share_pv: 1, share_uv: 2 }),
    )
    expect(changed).toEqual([{ metric: 'share_uv', item: null, before: null, after: 2 }])
  })

  it('are the items of a list, by key', () => {
    const opens = (buckets: Record<number, number>) => distributionAnswer(DAY, { access_depth_info: buckets })
    expect(changedNumbers('distribution.daily', day, opens({ 1: 3, 2: 5 }), opens({ 1: 4, 2: 5, 3: 1 }))).toEqual([
      { metric: 'access_depth_info', item: '1', before: 3, after: 4 },
      { metric: 'access_depth_info', item: '3', before: null, after: 1 },
    ])
  })

  it('are the columns of a page', () => {
    const before = pagesAnswer(DAY, [page('pages/a.html', 58)])
    expect(changedNumbers('pages.daily', day, before, pagesAnswer(DAY, [page('pages/a.html', 60)]))).toEqual([
      { metric: 'page_visit_pv', item: 'pages/a', before: 58, after: 60 },
    ])
  })

  it('are the counts of a cohort', () => {
    const after = retentionAnswer(DAY, { 0: 10, 1: 5 })
    expect(changedNumbers('retention.daily', day, retentionAnswer(DAY, { 0: 10, 1: 4 }), after)).toEqual([
      { metric: 'visit_uv_new', item: '1', before: 4, after: 5 },
    ])
  })

  it('are none between two that cannot be read', () => {
    expect(changedNumbers('visit.daily', day, 'nonsense', '{}')).toEqual([])
  })
})
