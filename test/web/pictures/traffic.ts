import { addDays, type Day, startOfDay } from '../../../src/contract/periods.ts'
import type { Site } from '../../journeys/site.ts'

const MINUTE = 60_000
const SCENES = [1001, 1005, 1007, 1011, 1089]
const PATHS = [
  'pages/index/index',
  'pages/goods/detail',
  'packageMarketing/pages/activity/groupbuy/2026-summer-festival/detail',
  'pages/cart/index',
  'pages/search/result',
  'pages/order/list',
]

/** Few at night, many at noon and in the evening. */
const crowd = (minute: number) => {
  const hump = (at: number, width: number) => Math.exp(-(((minute - at) / width) ** 2))
  return 0.3 + 3 * hump(735, 90) + 3.4 * hump(1140, 120) + 1.6 * hump(570, 80)
}

/** Visits of a day up to an instant, the same at every run: each looks at one to four pages. */
function linesOf(day: Day, until: number, size: number): string[] {
  const lines: string[] = []
  let visits = 0
  let due = 0
  for (let minute = 0; minute < 1440; minute++) {
    const start = startOfDay(day) + minute * MINUTE
    if (start >= until) break
    for (due += crowd(minute) * size; due >= 1; due--) {
      visits += 1
      const visitor = { id: `visitor-${(visits * 7919) % 4001}` }
      const scene = SCENES[visits % SCENES.length]
      for (let step = 0; step <= (visits * 31) % 4; step++) {
        const at = start + ((visits * 13 + step * 17) % 60) * 1000
        const path = PATHS[(visits * step + step * step) % PATHS.length]
        if (at < until) lines.push(JSON.stringify({ type: 'view', at, path, scene, visitor, seq: step }))
      }
    }
  }
  return lines
}

/** Gives the site's app a live day, the day before it and the same weekday of last week. */
export async function bringTraffic({ origin, app, session }: Site, admin: string, now: number): Promise<void> {
  const day = new Date(now + 8 * 60 * MINUTE).toISOString().slice(0, 10)
  const lines = [
    ...linesOf(addDays(day, -7), startOfDay(day), 0.94),
    ...linesOf(addDays(day, -1), startOfDay(day), 0.9),
    ...linesOf(day, now, 1),
  ]
  const { token } = await session(admin)
  const answer = await fetch(`${origin}/api/v1/apps/${app.appid}/import?importId=pictures`, {
    method: 'POST',
    headers: { authorization: `Bearer ${token}`, 'content-type': 'application/x-ndjson' },
    body: lines.join('\n'),
  })
  if (!answer.ok) throw new Error(`the import answered ${answer.status}: ${await answer.text()}`)
}
