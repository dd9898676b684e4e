import type { CollectedEvent } from '../../../server/ports/events.ts'

/** How what happened is cut into what phones send. */
export interface Sending {
  /** Events of a batch at most. */
  size: number
  /** Events and batches of some days come in any order; only `seq` tells which was first. */
  isShuffled?: boolean
}

/** What one phone sends at once. */
export interface SentBatch {
  visitor: string
  events: CollectedEvent[]
}

/** Batches of different phones that are under way at the same time. */
export interface SentRound {
  /** When they are sent and received, epoch ms: nothing in them is later, nor older than a collector takes. */
  now: number
  batches: SentBatch[]
}

/** A phone keeps events no longer than this before it sends them, ms. */
const KEPT_MS = 3 * 86_400_000
const AT_ONCE = 250

/** Cuts traffic, oldest first, into rounds that a clock moves along with. */
export function* sentRounds(
  traffic: readonly CollectedEvent[],
  { size, isShuffled = false }: Sending,
): Generator<SentRound> {
  let now = 0
  for (const stretch of stretches(traffic)) {
    const batches = batchesOf(isShuffled ? shuffled(stretch) : stretch, size)
    const sent = isShuffled ? shuffled(batches) : batches.sort((one, other) => lastOf(one) - lastOf(other))
    for (const round of roundsOf(sent)) {
      now = Math.max(now, ...round.flatMap(({ events }) => events.map(({ at }) => at)))
      yield { now, batches: round }
    }
  }
}

function* stretches(traffic: readonly CollectedEvent[]): Generator<CollectedEvent[]> {
  let stretch: CollectedEvent[] = []
  for (const event of traffic) {
    if (event.at - (stretch[0]?.at ?? event.at) > KEPT_MS) {
      yield stretch
      stretch = []
    }
    stretch.push(event)
  }
  yield stretch
}

function batchesOf(events: readonly CollectedEvent[], size: number): SentBatch[] {
  const filling = new Map<string, SentBatch>()
  const batches: SentBatch[] = []
  for (const event of events) {
    const visitor = event.visitor.id
    let batch = filling.get(visitor)
    if (!batch || batch.events.length === size) {
      batch = { visitor, events: [] }
      filling.set(visitor, batch)
      batches.push(batch)
    }
    batch.events.push(event)
  }
  return batches
}

const lastOf = ({ events }: SentBatch) => events.at(-1)?.at ?? 0

/** A phone waits for an answer before it sends on. */
function* roundsOf(batches: readonly SentBatch[]): Generator<SentBatch[]> {
  let round = new Map<string, SentBatch>()
  for (const batch of batches) {
    if (round.size === AT_ONCE || round.has(batch.visitor)) {
      yield [...round.values()]
      round = new Map()
    }
    round.set(batch.visitor, batch)
  }
  yield [...round.values()]
}

/** In an order without sense that is the same at each run. */
export function shuffled<T>(things: readonly T[]): T[] {
  const keyed = things.map((thing, index) => ({ thing, key: ((index * 48_271) % 2_147_483_647) % 10_007 }))
  return keyed.sort((one, other) => one.key - other.key).map(({ thing }) => thing)
}
