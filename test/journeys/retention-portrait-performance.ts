import { expect } from 'vitest'
import type { Journey } from './journey.ts'
import { lastDays, pageOf, percent, reportRead } from './read.ts'

/** The mean of the API stands first; a row opens its curve; weeks have their own columns. */
export const retention: Journey = async (driver, site) => {
  const { from, to } = lastDays(30)
  const { data } = await reportRead(site, `retention?from=${from}&to=${to}`)
  const mean = (data.mean as { key: number; rate: number | null }[]).find(({ key }) => key === 1)?.rate
  await driver.open(pageOf('retention', site))
  await driver.see({ part: '均值' })
  await driver.see({ part: percent(mean ?? -1) })
  // yesterday's cohort comes in the course of the morning; the one before is there at any hour
  const cohort = (data.rows as { period: string }[]).map(({ period }) => period).sort()
  await driver.tap({ role: 'button', name: `${cohort.at(-2)?.slice(5)} 的留存曲线` })
  await driver.see({ role: 'dialog' })
  await driver.tap({ role: 'button', name: '知道了' })
  await driver.gone({ role: 'dialog' })
  await driver.tap({ role: 'radio', name: '周' })
  await driver.see({ part: '1周后' })
  await driver.tap({ role: 'radio', name: '活跃留存' })
  await driver.see({ part: '活跃留存率' })
}

/** The numbers of the API; the three ranges; new in place of active users. */
export const portrait: Journey = async (driver, site) => {
  const { data } = await reportRead(site, 'portrait?days=7&users=active')
  const { genders } = (data.latest ?? data) as { genders: { name: string; value: number; share: number }[] }
  await driver.open(pageOf('portrait', site))
  for (const { name, value, share } of genders) {
    await driver.see({ part: name })
    await driver.see({ part: value.toLocaleString('en') })
    await driver.see({ part: percent(share) })
  }
  const fresh = await reportRead(site, 'portrait?days=30&users=new')
  await driver.tap({ role: 'radio', name: '最近30天' })
  await driver.tap({ role: 'radio', name: '新增用户' })
  const [first] = (fresh.data.latest ?? fresh.data).genders as { value: number }[]
  await driver.see({ part: (first?.value ?? -1).toLocaleString('en') })
}

/** A module by its pill, its lines under WeChat's names. */
export const performanceModule: Journey = async (driver, site) => {
  await driver.open(pageOf('performance', site))
  await driver.see({ part: '启动总耗时' })
  await driver.tap({ role: 'radio', name: '内存' })
  await driver.see({ part: '内存均值' })
  await driver.gone({ part: '启动总耗时' })
  expect(await driver.path()).toContain('/reports/performance')
}
