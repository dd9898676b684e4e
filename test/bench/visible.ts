import { setTimeout as sleep } from 'node:timers/promises'
import type { Ask } from '../support/whole-server.ts'

/** Between an answer and the next look: twenty looks a second at two curves would be a load of their own. */
const LOOK_MS = 150
const PATIENCE_MS = 60_000

/** An answer to what somebody asked of a curve: when it came, epoch ms, and how many views it showed. */
export interface Look {
  at: number
  views: number
}

/** Looks at today's curve over HTTP. @returns the sum of its points, so that nothing counts that no bucket shows */
export async function viewsInCurve(ask: Ask, appid: string, granularity: 1 | 5): Promise<number> {
  const { status, json } = await ask('GET', `/apps/${appid}/reports/realtime?granularity=${granularity}`)
  if (status !== 200) throw new Error(`the curve answered ${status}`)
  return json.data.points.reduce((sum: number, { pv }: { pv: number | null }) => sum + (pv ?? 0), 0)
}

/** Waits until a curve shows exactly as many views as were accepted. @throws when it shows more, or fewer for a minute */
export async function untilShown(look: () => Promise<number>, accepted: number): Promise<void> {
  const deadline = performance.now() + PATIENCE_MS
  for (;;) {
    const views = await look()
    if (views === accepted) return
    if (views > accepted || performance.now() > deadline)
      throw new Error(`${accepted} events were accepted, the curve shows ${views}`)
    await sleep(LOOK_MS)
  }
}

/** Looks again and again, one look after the other, until told to end; and once more then. */
export function watch(look: () => Promise<number>): () => Promise<Look[]> {
  const looks: Look[] = []
  let isOver = false
  const lookOnce = async () => {
    const views = await look()
    looks.push({ at: Date.now(), views })
  }
  const watching = (async () => {
    for (; !isOver; await sleep(LOOK_MS)) await lookOnce()
    await lookOnce()
  })()
  return async () => {
    isOver = true
    await watching
    return looks
  }
}

/**
 * How long each event took from its answer to the answer of the first look that showed it, ms, sorted: events are
 * counted in the order of their answers, so the n-th stands in the curve when it shows n more than `before`.
 * @param before views in the curve before the first of the events, when nothing else was under way
 * @throws when one was never shown
 */
export function lagsOf(answeredAt: readonly number[], before: number, looks: readonly Look[]): number[] {
  let next = 0
  return answeredAt
    .map((at, index) => {
      while ((looks[next]?.views ?? Number.POSITIVE_INFINITY) < before + index + 1) next++
      const look = looks[next]
      if (!look) throw new Error(`event ${index + 1} of ${answeredAt.length} was never shown`)
      return Math.max(0, look.at - at)
    })
    .sort((one, other) => one - other)
}
