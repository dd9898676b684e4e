import { expect } from 'vitest'
import { shortPath } from '../../src/lib/paths.ts'
import type { Journey } from './journey.ts'
import { lastDays, pageOf, percent, reportRead } from './read.ts'

interface Ranked {
  name: string
  value: number
  share: number | null
}
interface Visited {
  path: string
  page_visit_pv: number
  exit_rate: number
  remark: string | null
}

const count = (value: number) => value.toLocaleString('en')
const MONTH = () => {
  const { from, to } = lastDays(30)
  return `from=${from}&to=${to}`
}

/** Ranked as the API does; a row opens its days; people in place of opens; all of them. */
export const sources: Journey = async (driver, site) => {
  const { data } = await reportRead(site, `sources?${MONTH()}&metric=session_cnt`)
  const items = data.items as Ranked[]
  const [first] = items
  if (first === undefined) throw new Error('the API knows no source')
  await driver.open(pageOf('sources', site))
  const row = { role: 'button', part: first.name }
  await driver.see(row)
  expect(await driver.text(row)).toContain(count(first.value))
  expect(await driver.text(row)).toContain(percent(first.share ?? -1))
  await driver.tap(row)
  await driver.see({ role: 'dialog', name: first.name })
  await driver.tap({ selector: '.da-sh-x' })
  await driver.gone({ role: 'dialog' })
  await driver.tap({ role: 'button', name: '查看全部' })
  await driver.see({ part: `全部 ${items.length}` })
  const people = await reportRead(site, `sources?${MONTH()}&metric=visit_uv`)
  await driver.tap({ role: 'radio', name: '访问人数' })
  await driver.see({ part: `合计 ${count(people.data.total)}` })
}

/** All eight and all seven buckets, with the numbers of the API. */
export const engagement: Journey = async (driver, site) => {
  const { data } = await reportRead(site, `engagement?${MONTH()}`)
  await driver.open(pageOf('engagement', site))
  for (const { label, value } of [...data.stay, ...data.depth] as { label: string; value: number }[]) {
    await driver.see({ part: label })
    await driver.see({ part: count(value) })
  }
  expect([data.stay.length, data.depth.length]).toEqual([8, 7])
}

/** The first row of the API; all eight of it; sorted by another; named, and found by that name. */
export const pages: Journey = async (driver, site) => {
  const path = `pages?${MONTH()}`
  const { data } = await reportRead(site, path)
  const [first] = data.rows as Visited[]
  if (first === undefined) throw new Error('the API knows no page')
  await driver.open(pageOf('pages', site))
  const row = { role: 'button', part: shortPath(first.path) }
  await driver.see(row)
  expect(await driver.text(row)).toContain(count(first.page_visit_pv))
  await driver.tap(row)
  await driver.see({ part: '次均使用时长' })
  expect(await driver.text({ role: 'button', part: '退出率' })).toContain(percent(first.exit_rate))

  await driver.tap({ role: 'button', name: '加备注' })
  await driver.type({ role: 'textbox', name: '备注' }, '首页推荐')
  await driver.tap({ role: 'button', name: '保存' })
  await driver.gone({ role: 'dialog' })
  await driver.see({ part: '首页推荐' })
  const named = await reportRead(site, path)
  expect((named.data.rows as Visited[]).find(page => page.path === first.path)?.remark).toBe('首页推荐')

  const leaving = await reportRead(site, `${path}&sort=exit_rate&order=desc`)
  const [left] = leaving.data.rows as Visited[]
  await driver.tap({ role: 'button', part: '排序' })
  await driver.tap({ role: 'button', name: '退出率' })
  await driver.gone({ role: 'dialog' })
  expect(await driver.text({ selector: '.da-pg-hit' })).toContain(percent(left?.exit_rate ?? -1))

  await driver.type({ role: 'textbox', name: '备注或路径' }, '首页推')
  await driver.see({ part: '首页推荐' })
  await driver.type({ role: 'textbox', name: '备注或路径' }, 'no such page')
  await driver.see({ part: '没有找到「no such page」' })
  await driver.tap({ selector: '.da-empty .da-btn' })
  await driver.see({ role: 'button', part: shortPath(left?.path ?? '') })
}

/** 数据概况 names the entry pages of its day. */
export const entryPages: Journey = async (driver, site) => {
  const { data } = await reportRead(site, 'overview')
  const { topPages } = data.latest ?? data
  const [first] = topPages.entry as { value: number }[]
  await driver.open(pageOf('overview', site))
  await driver.tap({ role: 'radio', name: '入口页' })
  await driver.see({ part: count(first?.value ?? -1) })
}

/** The table on screen as a file with the right name: WeChat's chats on the phone, a download in a browser. */
export const takeAlong: Journey = async (driver, site) => {
  const { from, to } = lastDays(30)
  const { data } = await reportRead(site, `sources?${MONTH()}&metric=session_cnt`)
  const [first] = data.items as Ranked[]
  if (first === undefined) throw new Error('the API knows no source')
  await driver.open(pageOf('sources', site))
  await driver.see({ role: 'button', part: first.name })
  await driver.tap({ role: 'button', name: '导出 CSV' })
  const { name, text } = await driver.taken()
  expect(name).toBe(`${site.app.name} 来源分析 ${from}_${to}.csv`)
  expect(text.startsWith('\uFEFF')).toBe(true)
  const line = text.split(/\r?\n/).find(one => one.includes(first.name))
  expect(line).toContain(String(first.value))
  await driver.see({ part: '已导出' })
}

export const nothingToTake: Journey = async (driver, site) => {
  const { data } = await reportRead(site, `sources?${MONTH()}&metric=session_cnt`)
  const [first] = data.items as Ranked[]
  await driver.open(pageOf('sources', site))
  await driver.see({ role: 'button', part: first?.name ?? '' })
  await driver.gone({ role: 'button', name: '导出 CSV' })
}
