import { setTimeout as pause } from 'node:timers/promises'
import type { Log } from '../../ports/log.ts'
import type { Random } from '../../ports/random.ts'
import type { Vault } from '../../ports/vault.ts'
import type { WriteKeyPair, WriteKeyStore } from '../../ports/write-keys.ts'

const KEY_BYTES = 16
/** 16 bytes in base64url, and as many characters of what proves them. */
const HALF = 22
const WELL_FORMED = /^wk_[A-Za-z0-9_-]{44}$/
/** How long the key before a rotation is still taken. */
export const OLD_KEY_MS = 86_400_000
const LOOK_EVERY_MS = 1_000
/** By then every instance has looked since. */
const HEARD_MS = 2 * LOOK_EVERY_MS
/** A key of ours that no app has any more is not asked about again so soon. */
const DEAD_FOR_MS = 10_000
const MOST_DEAD = 1_000

/** Which app a write key speaks for. */
export interface WriteKeys {
  /** Reads all keys; call it once before anybody asks. */
  load(): Promise<void>
  /** Of memory alone. `null`: not known here. */
  appidOf(key: string, now: number): string | null
  /**
   * For a key that is not known here: another instance may have made it since. A stranger's key costs no look at the
   * database, since keys prove themselves.
   */
  resolve(key: string, now: number): Promise<string | null>
  /** Those of an app, made now when there are none. `null` when it is not bound. */
  of(appid: string, now: number): Promise<WriteKeyPair | null>
  /** A new key; the old one is taken for 24 hours more. `null` when the app is not bound. */
  rotate(appid: string, now: number): Promise<WriteKeyPair | null>
  /** Takes no more from an app that is not bound any more; resolves when other instances have heard it too. */
  forget(appid: string): Promise<void>
  /** Hears from the database what other instances have changed, once a second. */
  start(): void
  stop(): void
}

export interface WriteKeysDeps {
  store: WriteKeyStore
  vault: Pick<Vault, 'hash'>
  random: Pick<Random, 'bytes'>
  log: Pick<Log, 'error'>
  sleep?: (ms: number) => Promise<unknown>
  /** Whether other instances make keys too. */
  shared: boolean
}

interface Taken {
  appid: string
  /** Epoch ms; `null`: without end. */
  until: number | null
}

export function createWriteKeys({ store, vault, random, log, shared, sleep = pause }: WriteKeysDeps): WriteKeys {
  let taken = new Map<string, Taken>()
  const dead = new Map<string, number>()
  let stamp = ''
  let looking: NodeJS.Timeout | undefined

  const proofOf = (half: string) => vault.hash(half, 'write-key').slice(0, HALF)
  const isOurs = (key: string) => WELL_FORMED.test(key) && proofOf(key.slice(3, 3 + HALF)) === key.slice(3 + HALF)
  const make = () => {
    const half = random.bytes(KEY_BYTES).toString('base64url')
    return `wk_${half}${proofOf(half)}`
  }

  function take(keys: Map<string, Taken>, { appid, key, previousKey, previousUntil }: WriteKeyPair): void {
    keys.set(key, { appid, until: null })
    if (previousKey !== null && previousUntil !== null) keys.set(previousKey, { appid, until: previousUntil })
  }

  function forget(appid: string): void {
    for (const [key, one] of taken) if (one.appid === appid) taken.delete(key)
  }

  function remember(pair: WriteKeyPair): WriteKeyPair {
    forget(pair.appid)
    take(taken, pair)
    // should all be as it was when next looked, this pair has come and gone meanwhile
    stamp = ''
    return pair
  }

  async function load(): Promise<void> {
    const seen = await store.stamp()
    const fresh = new Map<string, Taken>()
    for (const pair of await store.all()) take(fresh, pair)
    taken = fresh
    stamp = seen
  }

  async function look(): Promise<void> {
    try {
      if ((await store.stamp()) !== stamp) await load()
    } catch (error) {
      log.error({ error }, 'write keys of other instances were not heard')
    }
  }

  function appidOf(key: string, now: number): string | null {
    const one = taken.get(key)
    if (!one) return null
    if (one.until === null || now < one.until) return one.appid
    taken.delete(key)
    return null
  }

  return {
    load,
    appidOf,

    async resolve(key, now) {
      if (!shared || !isOurs(key) || now < (dead.get(key) ?? 0)) return null
      const pair = await store.find(key)
      if (pair) remember(pair)
      const appid = appidOf(key, now)
      if (appid === null) {
        if (dead.size >= MOST_DEAD) dead.clear()
        dead.set(key, now + DEAD_FOR_MS)
      }
      return appid
    },

    async of(appid, now) {
      const pair = await store.keepFirst(appid, make(), now)
      return pair && remember(pair)
    },

    async rotate(appid, now) {
      if (!(await store.keepFirst(appid, make(), now))) return null
      const pair = await store.rotate(appid, make(), { now, previousUntil: now + OLD_KEY_MS })
      return pair && remember(pair)
    },

    async forget(appid) {
      forget(appid)
      if (shared) await sleep(HEARD_MS)
    },

    start() {
      if (shared) looking = setInterval(() => void look(), LOOK_EVERY_MS).unref()
    },
    stop: () => clearInterval(looking),
  }
}
