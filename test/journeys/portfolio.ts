import { expect } from 'vitest'
import { bind, sampleApp } from '../support/whole-server.ts'
import type { Journey } from './journey.ts'
import { lastDays, reportRead } from './read.ts'
import type { Site } from './site.ts'

interface PortfolioApp {
  appid: string
  name: string
  freshness: { state: string }
  metrics: { id: string; value: number | null }[]
  lines: Record<string, (number | null)[]>
}

const count = (value: number) => value.toLocaleString('en')

/** As a row writes it: yesterday's number, before WeChat has computed that the last known one, never a zero for none. */
function written({ lines }: PortfolioApp, metric: string): string {
  const known = lines[metric]?.findLast(value => value !== null)
  return typeof known === 'number' ? count(known) : '--'
}

/** The portfolio of the API by a metric, once WeChat was asked for every app in it. @throws when that takes more than a minute */
async function portfolioRead({ ask }: Site, metric: string): Promise<PortfolioApp[]> {
  const deadline = performance.now() + 60_000
  for (;;) {
    const apps = (await ask('GET', `/portfolio?metric=${metric}`)).json.apps as PortfolioApp[]
    if (apps.every(({ freshness }) => freshness.state !== 'pending')) return apps
    if (performance.now() > deadline) throw new Error(`no portfolio in a minute: ${JSON.stringify(apps)}`)
    await new Promise(resolve => setTimeout(resolve, 200))
  }
}

/** From the list to all apps at once, in the order and with the numbers of the API; by another metric; into the first, which is the last app from then on. */
export const portfolio: Journey = async (driver, site) => {
  const more = [sampleApp(0x901), sampleApp(0x902)]
  for (const app of more) {
    site.sandbox.configure(app)
    await bind(site.ask, app)
    // what the first look at each asks for, which WeChat takes its time to answer
    const { from, to } = lastDays(30)
    await reportRead({ ask: site.ask, app }, 'overview')
    await reportRead({ ask: site.ask, app }, `trend?from=${from}&to=${to}&granularity=day`)
  }
  try {
    const byPeople = await portfolioRead(site, 'visit_uv')
    await driver.open('/pages/apps/index?choose=1')
    await driver.tap({ role: 'button', part: '组合' })
    await driver.see({ part: '人数不合计' })
    for (const app of byPeople)
      expect(await driver.text({ role: 'button', part: app.name })).toContain(written(app, 'visit_uv'))
    expect(await driver.text({ selector: '.da-pf' })).toContain(byPeople[0]?.name)
    const [first] = await portfolioRead(site, 'session_cnt')
    await driver.tap({ role: 'radio', name: '打开次数' })
    if (first === undefined) throw new Error('the portfolio is empty')
    await driver.see({ part: written(first, 'session_cnt') })
    expect(await driver.text({ selector: '.da-pf' })).toContain(first.name)
    await driver.tap({ selector: '.da-pf' })
    await driver.see({ role: 'group', name: '打开次数' })
    expect(await driver.path()).toContain(`/reports/overview/index?appid=${first.appid}`)
    await driver.reopen('/pages/apps/index')
    await driver.see({ role: 'group', name: '打开次数' })
    expect(await driver.path()).toContain(first.appid)
  } finally {
    for (const { appid } of more) await site.ask('DELETE', `/apps/${appid}`)
  }
}
