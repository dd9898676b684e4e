import type { Collector, WriteKeys } from '../../../src/contract/collector.ts'
import { ProblemError } from '../../errors.ts'
import type { WriteKeyPair } from '../../ports/write-keys.ts'
import type { CollectDesk } from './desk.ts'

const instant = (ms: number) => new Date(ms).toISOString()
const instantOrNull = (ms: number | null) => (ms === null ? null : instant(ms))

/** Keys as an admin sees them; a previous one whose time is over is none. */
function keysOf({ key, previousKey, previousUntil }: WriteKeyPair, now: number): WriteKeys {
  const isTaken = previousKey !== null && previousUntil !== null && now < previousUntil
  return {
    key,
    previousKey: isTaken ? previousKey : null,
    previousUntil: instantOrNull(isTaken ? previousUntil : null),
  }
}

/** How the collector of an app stands; its first write key is made when somebody asks for it. */
export async function readCollector(
  { events, writeKeys, refused }: Pick<CollectDesk, 'events' | 'writeKeys' | 'refused'>,
  { appid, publicUrl, now }: { appid: string; publicUrl: string; now: number },
): Promise<Collector> {
  const pair = await writeKeys.of(appid, now)
  if (!pair) throw new ProblemError('not_found')
  const [standing, counts] = await Promise.all([events.standing(appid, now), refused.of(appid)])
  return {
    ...keysOf(pair, now),
    url: publicUrl,
    lastEventAt: instantOrNull(standing.lastEventAt),
    lagSeconds: standing.lagSeconds,
    refused: counts,
    recent: standing.recent.map(event => ({
      ...event,
      at: instant(event.at),
      receivedAt: instant(event.receivedAt),
    })),
  }
}

/** A new key at once; the old one goes on for 24 hours, so that phones have time for a new version. */
export async function rotateWriteKey(
  { writeKeys }: Pick<CollectDesk, 'writeKeys'>,
  appid: string,
  now: number,
): Promise<WriteKeys> {
  const pair = await writeKeys.rotate(appid, now)
  if (!pair) throw new ProblemError('not_found')
  return keysOf(pair, now)
}
