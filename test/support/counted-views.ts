import type { Ask } from './whole-server.ts'

const HOUR = 3_600_000

/** Views and people of an app today and yesterday, as its realtime page shows them; nobody came on both. */
export async function countedViews(ask: Ask, appid: string): Promise<{ pv: number; uv: number }> {
  const sums = { pv: 0, uv: 0 }
  for (const back of [0, 24]) {
    const date = new Date(Date.now() + (8 - back) * HOUR).toISOString().slice(0, 10)
    const { json } = await ask('GET', `/apps/${appid}/reports/realtime?date=${date}`)
    sums.pv += json.data.totals.pv ?? 0
    sums.uv += json.data.totals.uv ?? 0
  }
  return sums
}
