import { writeFileSync } from 'node:fs'
import path from 'node:path'
import { fileURLToPath } from 'node:url'

/** What may befall a server process while it runs; see `troubled.mjs`. */
export interface Troubles {
  /** Added to the time, ms. */
  clockMs?: number
  /** How much longer whatever waits for the disk takes, ms. */
  diskMs?: number
}

const preload = fileURLToPath(new URL('./troubled.mjs', import.meta.url))

/** Troubles for a server that is started with `env`. */
export function troublesIn(folder: string) {
  const file = path.join(folder, 'troubles.json')
  const set = (troubles: Troubles) => writeFileSync(file, JSON.stringify({ clockMs: 0, diskMs: 0, ...troubles }))
  set({})
  return { set, env: { NODE_OPTIONS: `--import=${preload}`, TROUBLES: file } }
}
