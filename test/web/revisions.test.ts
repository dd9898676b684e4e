import { describe, expect, it } from 'vitest'
import { demoApp } from '../../server/sandbox/index.ts'
import type { TrendAnswer } from '../../src/contract/reports.ts'
import { at, front } from './demo.ts'
import { onScreen } from './on-screen.ts'

const { appid } = demoApp.freshShop
const MARK = '微信后来改过'

describe('a number that WeChat changed later', () => {
  const on = onScreen()

  /** The demo's trend as if WeChat had said something else about the newest day at first; counts who asks for that. */
  async function openRevised(width: number) {
    const screen = await on.enter('admin', { font: true, width })
    const asked: string[] = []
    await screen.page.route(/\/reports\/trend\?/, async route => {
      const url = route.request().url()
      if (url.includes('revisions=true')) asked.push(url)
      const response = await route.fetch()
      const answer = (await response.json()) as TrendAnswer
      const newest = answer.data.points.at(-1)
      const revision = {
        report: 'visit.daily',
        period: newest?.period ?? '',
        readAt: `${newest?.period}T16:30:00Z`,
        replacedAt: `${newest?.period}T23:30:00Z`,
        answer: {},
        changes: [{ metric: 'visit_uv', item: null, before: 7, after: newest?.values.visit_uv ?? null }],
      }
      const revisions = url.includes('revisions=true') ? { revisions: [revision] } : {}
      await route.fulfill({ json: { ...answer, revised: [revision.period], ...revisions } })
    })
    await screen.page.goto(at(on.demo.origin, `/reports/trend/index?appid=${appid}`))
    return { page: front(screen.page), asked }
  }

  it('is marked, and a tap asks what it was and says both with their times', async () => {
    const { page, asked } = await openRevised(390)
    const mark = page.getByRole('button', { name: /微信后来改过，点按/ })
    await mark.waitFor()
    await expect.poll(() => page.locator('.da-td .da-revised-dot').count()).toBe(1)
    expect(asked).toEqual([])
    await mark.click()
    const sheet = on.screen.page.getByRole('dialog', { name: MARK })
    await sheet.getByRole('row').nth(1).waitFor()
    const words = (await sheet.innerText()).replace(/\s+/g, ' ')
    expect(words).toMatch(/00:30 取到 → .*07:30 取到/)
    expect(words).toMatch(/访问人数 7 [\d,]+/)
    expect(asked).toHaveLength(1)
  })
})
