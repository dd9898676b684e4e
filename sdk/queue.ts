import { quietly } from './guard.ts'
import { uuid } from './id.ts'
import type { Host } from './port.ts'
import type { EventType, WireEvent } from './wire.ts'

const OPEN = 'data-assistant'
const FROZEN = 'data-assistant.frozen'
/** A session ends after this long without an event. ms */
export const SESSION_GAP = 1_800_000
/** The server takes nothing older. ms */
const MAX_AGE = 604_800_000
/** One character is at most three bytes: far below the 256 KiB of one request, even with one event on top. */
const MAX_BATCH_CHARS = 40_000
const MAX_BATCH_EVENTS = 100
/** Of all that waits; the oldest goes first. */
const MAX_CHARS = 200_000
const MAX_BATCHES = 50

/** Events that are sent together, for good under one id: never added to, never taken from. */
export interface Batch {
  b: string
  e: WireEvent[]
}

/** The batch that still grows, in one text with the numbers of its events. */
interface Open extends Batch {
  /** Visitor. */
  v: string
  /** Number of the last event. */
  n: number
  /** Session, and the time of its last event. */
  s?: string
  t?: number
  /** The person's word, once given. */
  c?: 0 | 1
}

/** The events that wait, in memory until `keep`, then in the host's storage as well. */
export interface Queue {
  /** What is not frozen yet. */
  open(): Readonly<Open>
  add(type: EventType, fields: Partial<WireEvent>, now: number): void
  freeze(): void
  /** What is frozen, the oldest first, without what the server would refuse for its age. */
  waiting(now: number): Batch[]
  /** The server has it, or will never take it. */
  done(batch: string): void
  /** @param word the person's, where it is hers and not the app's */
  keep(word?: 1): void
  /** Forgets events and visitor, and remembers that the person refused. */
  refuse(): void
}

export function createQueue(host: Host): Queue {
  let isKept = false
  let open: Open
  let frozen: Batch[] = []

  const parsed = (key: string) => quietly(() => JSON.parse(host.read(key) as string))
  const write = (key: string, text: string) => isKept && quietly(() => host.write(key, text))
  const restart = () => {
    open.b = uuid(host)
    open.e = []
  }
  const load = () => {
    const known = parsed(OPEN)
    const list = parsed(FROZEN)
    if (known || !open) open = Object.assign({ v: uuid(host), n: 0 }, known)
    if (list) frozen = quietly(() => list.filter(({ e }: Batch) => e.length)) || []
    if (!Array.isArray(open.e)) restart()
  }
  /** Another tab may have been here. */
  const reload = () => isKept && host.shared && load()
  const save = () => {
    const text = JSON.stringify(open)
    write(OPEN, text)
    return text.length
  }
  const saveFrozen = () => {
    while (frozen.length > MAX_BATCHES || JSON.stringify(frozen).length > MAX_CHARS) frozen.shift()
    write(FROZEN, JSON.stringify(frozen))
  }
  const freeze = () => {
    reload()
    if (!open.e.length) return
    frozen.push({ b: open.b, e: open.e })
    saveFrozen()
    restart()
    save()
  }
  const drop = (isDropped: (batch: Batch) => boolean) => {
    reload()
    const left = frozen.filter(batch => !isDropped(batch))
    if (left.length === frozen.length) return
    frozen = left
    saveFrozen()
  }

  load()
  // what an earlier life left may have been frozen and sent before it was killed: nothing is added to it
  freeze()
  return {
    open: () => open,
    add(type, fields, now) {
      reload()
      if (!(now - (open.t as number) < SESSION_GAP)) open.s = uuid(host)
      open.t = now
      open.e.push(Object.assign({ type, at: now, seq: ++open.n, session: open.s as string }, fields))
      if (save() > MAX_BATCH_CHARS || open.e.length >= MAX_BATCH_EVENTS) freeze()
    },
    freeze,
    waiting(now) {
      drop(({ e }) => now - (e[e.length - 1] as WireEvent).at > MAX_AGE)
      return frozen
    },
    done: id => drop(({ b }) => b === id),
    keep(word) {
      isKept = true
      if (word) open.c = word
      saveFrozen()
      save()
    },
    refuse() {
      isKept = true
      frozen = []
      saveFrozen()
      write(OPEN, '{"c":0}')
      load()
      isKept = false
    },
  }
}
