import type { Refusal } from '../../src/contract/collect.ts'

/** The write keys of one app. */
export interface WriteKeyPair {
  appid: string
  key: string
  /** The one before the last rotation, and until when (epoch ms) it is still taken. */
  previousKey: string | null
  previousUntil: number | null
}

/** Where write keys are kept; they go with their app. */
export interface WriteKeyStore {
  all(): Promise<WriteKeyPair[]>
  /** What another instance has changed shows in this; only compared, never read. */
  stamp(): Promise<string>
  /** The pair that a key belongs to, be it the present or the previous one. */
  find(key: string): Promise<WriteKeyPair | null>
  /** Keeps `key` for an app that has none; answers what the app has. `null` when it is not bound. */
  keepFirst(appid: string, key: string, now: number): Promise<WriteKeyPair | null>
  /** `key` is the present one from now on, the present one the previous. `null` when the app is not bound or has none. */
  rotate(appid: string, key: string, terms: { now: number; previousUntil: number }): Promise<WriteKeyPair | null>
}

/** How much was refused, by reason. */
export type RefusedCounts = Partial<Record<Refusal, number>>

/** Counts what was refused; they go with their app. */
export interface RefusedStore {
  add(appid: string, counts: RefusedCounts): Promise<void>
  /** Most first. */
  of(appid: string): Promise<{ reason: Refusal; count: number }[]>
}
