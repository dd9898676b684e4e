import { longOf } from './hashing.ts'
import type { Long } from './sql/columns.ts'

/** Visitors of some minutes: each sends again and again. */
const REMEMBERED = 50_000

/** Hashes of people and devices, the last ones remembered. */
export interface NameHashes {
  of(appid: string, kind: 'device' | 'openid' | 'unionid', name: string): Long
}

export function createNameHashes(most = REMEMBERED): NameHashes {
  const known = new Map<string, Long>()
  return {
    of(appid, kind, name) {
      const key = `${appid}\n${kind}\n${name}`
      const found = known.get(key)
      if (found) return found
      const made = longOf(appid, kind, name)
      if (known.size >= most) known.clear()
      known.set(key, made)
      return made
    },
  }
}
