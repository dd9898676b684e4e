import { expect, it } from 'vitest'
import type { Portfolio } from '../../../src/contract/portfolio.ts'
import { openTestStores } from '../../support/database.ts'
import { fullPortfolio } from '../../support/full-portfolio.ts'

it('the portfolio shows yesterday against its bases and two weeks, the biggest drop against the same weekday first', async () => {
  const opened = await openTestStores()
  // yesterday, and a week before it: 100 → 50, 100 → 120, 100 → 90
  const yesterdays = [50, 120, 90]
  const { site, viewer, appids } = await fullPortfolio(opened, 3, (app, ago) =>
    ago === 0 ? (yesterdays[app] ?? 0) : ago === 7 ? 100 : 100 + ago,
  )
  const { apps } = await site.ask<Portfolio>(viewer, 'GET', '/portfolio')
  expect(apps.map(app => app.appid)).toEqual([appids[0], appids[2], appids[1]])
  const [first] = apps
  expect(first).toMatchObject({ date: '2026-07-14', freshness: { state: 'final' }, role: 'viewer' })
  expect(first?.metrics.map(({ id, value }) => [id, value])).toEqual([
    ['session_cnt', 50],
    ['visit_uv', 50],
    ['visit_uv_new', 1],
  ])
  expect(first?.metrics[0]?.changes).toEqual({
    day: { baseDate: '2026-07-13', base: 101, kind: 'percent', value: (50 - 101) / 101 },
    week: { baseDate: '2026-07-07', base: 100, kind: 'percent', value: -0.5 },
    month: { baseDate: '2026-06-14', base: 115, kind: 'percent', value: (50 - 115) / 115 },
  })
  expect(first?.sparkline).toHaveLength(14)
  expect(first?.sparkline.at(0)).toEqual({ date: '2026-07-01', value: 113 })
  expect(first?.sparkline.at(-1)).toEqual({ date: '2026-07-14', value: 50 })
  expect(first?.lines.session_cnt).toEqual(first?.sparkline.map(({ value }) => value))
  expect(first?.lines.visit_uv_new).toEqual(Array.from({ length: 14 }, () => 1))
  await opened.close()
})
