import type { Site } from './site.ts'

const HOUR = 3_600_000
const DAY = 24 * HOUR
const READ_WITHIN_MS = 60_000

export const pageOf = (report: string, { app }: Pick<Site, 'app'>) => `/reports/${report}/index?appid=${app.appid}`
export const percent = (rate: number) => `${(rate * 100).toFixed(1)}%`

/** So many days that end yesterday, in China. */
export function lastDays(count: number): { from: string; to: string } {
  const today = Date.now() + 8 * HOUR
  const day = (back: number) => new Date(today - back * DAY).toISOString().slice(0, 10)
  return { from: day(count), to: day(1) }
}

/** A report of the API once WeChat was asked for all of it, `sources?from=…&to=…`. @throws when that takes more than a minute */
export async function reportRead({ ask, app }: Pick<Site, 'ask' | 'app'>, path: string) {
  const deadline = performance.now() + READ_WITHIN_MS
  for (;;) {
    const { json } = await ask('GET', `/apps/${app.appid}/reports/${path}`)
    if (json?.freshness?.state && json.freshness.state !== 'pending') return json
    if (performance.now() > deadline) throw new Error(`no ${path} in a minute: ${JSON.stringify(json)}`)
    await new Promise(resolve => setTimeout(resolve, 200))
  }
}

/** Waits until all the days of an app are there: before, cards change under the eyes of a test. @throws when that takes more than four minutes */
export async function historyRead({ ask, app }: Pick<Site, 'ask' | 'app'>) {
  const deadline = performance.now() + 4 * READ_WITHIN_MS
  for (;;) {
    const { json } = await ask('GET', `/apps/${app.appid}/status`)
    if (json.backfill.done > 0 && json.backfill.done >= json.backfill.total) return
    if (performance.now() > deadline) throw new Error(`the history is not whole: ${JSON.stringify(json.backfill)}`)
    await new Promise(resolve => setTimeout(resolve, 500))
  }
}
