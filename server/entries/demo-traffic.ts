import { COLLECT_PATH } from '../../src/contract/collect.ts'
import type { HttpDeps } from '../http/deps.ts'
import { type Crowd, createCrowd, dayOf, demoApp, type Send, startOf } from '../sandbox/index.ts'

const { freshShop, cafe, bus, flowers } = demoApp
/** A visit lasts a few minutes; none of the past may reach into the present. ms */
const LONGEST_VISIT = 300_000
/** ms */
const TIMEOUT = 10_000

/**
 * Lets people use the demo's apps: SDKs that send to this server's own collector as phones would. An app that never had an event gets
 * yesterday and today so far as well.
 * @param origin where this server listens
 */
export async function startTraffic({ collect, clock }: HttpDeps, origin: string): Promise<Crowd> {
  const now = () => clock.now()
  const visited = []
  for (const { appid, traffic } of [freshShop, cafe, bus, flowers]) {
    const pair = await collect.writeKeys.of(appid, now())
    if (pair) visited.push({ appid, key: pair.key, traffic })
  }
  const crowd = createCrowd(visited, { send: sendTo(origin + COLLECT_PATH), now, random: Math.random })
  crowd.open()
  const standings = await Promise.all(visited.map(({ appid }) => collect.events.standing(appid, now())))
  const isNew = standings.every(({ lastEventAt }) => lastEventAt === null)
  if (isNew) void crowd.catchUp(startOf(dayOf(now()) - 1), now() - LONGEST_VISIT)
  return crowd
}

const sendTo =
  (url: string): Send =>
  async body => {
    try {
      const headers = { 'content-type': 'application/json' }
      const response = await fetch(url, { method: 'POST', headers, body, signal: AbortSignal.timeout(TIMEOUT) })
      await response.arrayBuffer()
      return { status: response.status, retryAfter: response.headers.get('retry-after') }
    } catch {
      // the SDK knows what to do when nobody answers
      return { status: 0, retryAfter: null }
    }
  }
