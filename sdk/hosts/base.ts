import { quietly } from '../guard.ts'
import type { Host } from '../port.ts'

type Base = Pick<Host, 'now' | 'random' | 'later'>

/** How long an answer may take. ms */
export const TIMEOUT = 15_000

/** What every host has in common. */
export const base: Base = {
  now: () => Date.now(),
  random: Math.random,
  later: (run, delay) => {
    setTimeout(() => quietly(run), delay)
  },
}
