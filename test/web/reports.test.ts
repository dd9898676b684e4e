import { readFile } from 'node:fs/promises'
import { beforeAll, describe, expect, it } from 'vitest'
import { demoApp } from '../../server/sandbox/index.ts'
import { BUILD_TIMEOUT } from '../support/built.ts'
import type { Ask } from '../support/whole-server.ts'
import { at, front } from './demo.ts'
import { onScreen } from './on-screen.ts'

const { appid } = demoApp.freshShop
const pathOf = (report: string) => `/reports/${report}/index?appid=${appid}`

describe('the reports in the demo', () => {
  const on = onScreen()
  let ask: Ask

  beforeAll(async () => {
    ask = await on.demo.ask('admin')
  }, BUILD_TIMEOUT)

  /** The answer behind the range on screen, once WeChat has been asked for all of it. */
  async function answerOf(report: string, heard: string) {
    const query = heard.slice(heard.indexOf('?'))
    const read = async () => (await ask('GET', `/apps/${appid}/reports/${report}${query}`)).json
    await expect.poll(async () => (await read()).freshness.state, { timeout: 60_000 }).not.toBe('pending')
    return read()
  }

  async function open(report: string) {
    const screen = await on.enter('admin')
    const asked = screen.page.waitForRequest(request => request.url().includes(`/reports/${report}?`))
    await screen.page.goto(at(on.demo.origin, pathOf(report)))
    return { page: front(screen.page), answer: await answerOf(report, (await asked).url()) }
  }

  it('ranks the sources as the API does, and shows one over days', async () => {
    const { page, answer } = await open('sources')
    const [first] = answer.data.items
    const row = page.getByRole('button', { name: first.name }).first()
    await expect.poll(() => row.innerText()).toContain(first.value.toLocaleString('en'))
    await row.click()
    await expect.poll(() => on.screen.page.getByRole('dialog', { name: first.name }).count()).toBe(1)
  })

  it('draws every bucket of stay and depth', async () => {
    const { page, answer } = await open('engagement')
    for (const [name, buckets] of [
      ['访问时长', answer.data.stay],
      ['访问深度', answer.data.depth],
    ] as const) {
      const rows = page.getByRole('table').filter({ hasText: buckets[0].label }).getByRole('row')
      await expect.poll(() => rows.count(), { message: name }).toBe(buckets.length + 1)
      await expect.poll(() => rows.nth(1).innerText()).toContain(buckets[0].value.toLocaleString('en'))
    }
  })

  it('opens a page to all eight metrics and finds one by its path', async () => {
    const { page, answer } = await open('pages')
    const [first] = answer.data.rows
    const row = page.locator('.da-pg').first()
    await expect.poll(() => row.innerText()).toContain(first.page_visit_pv.toLocaleString('en'))
    await row.locator('.da-pg-hit').click()
    await expect.poll(() => row.locator('.da-pg-one').count()).toBe(8)
    await page.getByRole('textbox').fill('no such page')
    await expect.poll(() => page.getByText('没有找到「no such page」').count()).toBe(1)
  })

  it('takes the table along as CSV', async () => {
    const { page, answer } = await open('pages')
    const download = on.screen.page.waitForEvent('download')
    await page.getByRole('button', { name: '导出 CSV' }).click()
    const file = await download
    expect(file.suggestedFilename()).toContain('页面详情')
    const text = await readFile(await file.path(), 'utf8')
    expect(text.startsWith('\uFEFF')).toBe(true)
    expect(text.includes(`${answer.data.rows[0].path},`)).toBe(true)
  })
})
