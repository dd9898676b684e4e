import { COLLECT_PATH, type WireEvent } from '../../src/contract/collect.ts'
import type { Site } from './site.ts'

const COUNTED_WITHIN_MS = 10_000

/** One device that sends what its SDK would, and is answered. */
export async function sendEvents(site: Pick<Site, 'ask' | 'app' | 'origin'>, device: string, events: WireEvent[]) {
  const { json } = await site.ask('GET', `/apps/${site.app.appid}/collector`)
  const answer = await fetch(site.origin + COLLECT_PATH, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({
      key: json.key,
      batch: crypto.randomUUID(),
      sentAt: Date.now(),
      visitor: { id: device },
      context: { platform: 'ios', appVersion: '1.2.0' },
      events,
    }),
  })
  const { accepted } = (await answer.json()) as { accepted?: number }
  if (accepted !== events.length) throw new Error(`the collector answered ${answer.status}, took ${accepted}`)
}

/** The live curve of the API once it has counted so many views. @throws when that takes more than ten seconds */
export async function realtimeCounted({ ask, app }: Pick<Site, 'ask' | 'app'>, views: number) {
  const deadline = performance.now() + COUNTED_WITHIN_MS
  for (;;) {
    const { json } = await ask('GET', `/apps/${app.appid}/reports/realtime`)
    if ((json?.data?.totals?.pv ?? 0) >= views) return json.data
    if (performance.now() > deadline) throw new Error(`${views} views are not counted: ${JSON.stringify(json)}`)
    await new Promise(resolve => setTimeout(resolve, 200))
  }
}
