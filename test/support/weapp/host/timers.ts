import type { PendingTimer } from '../protocol.ts'
import type { Faults } from './faults.ts'

/** Who set a timer: a page, until it is closed. */
export interface TimerOwner {
  route: string
  gone: boolean
}

interface Held {
  kind: PendingTimer['kind']
  delay: number
  module: string
  owner: TimerOwner | null
}

/** At most this long, a timer is something that is about to happen and not a leftover. ms */
const SOON = 50

/** The timers of the mini program: each file gets its own four functions, each timer remembers the page that was in front. */
export class Timers {
  private readonly held = new Map<number, Held>()
  private readonly faults: Faults
  private readonly owner: () => TimerOwner | null

  constructor(faults: Faults, owner: () => TimerOwner | null) {
    this.faults = faults
    this.owner = owner
  }

  forModule(module: string) {
    const set =
      (kind: PendingTimer['kind']) =>
      (callback: unknown, delay = 0, ...args: unknown[]): number => {
        if (typeof callback !== 'function') {
          this.faults.add('error', `${module} set a timer without a function`)
          return 0
        }
        const run = () => {
          if (kind === 'timeout') this.held.delete(id)
          this.faults.guard(`timer of ${module}`, () => callback(...args))
        }
        const id = Number(kind === 'timeout' ? window.setTimeout(run, delay) : window.setInterval(run, delay))
        this.held.set(id, { kind, delay: Number(delay) || 0, module, owner: this.owner() })
        return id
      }
    const clear = (id: number) => {
      this.held.delete(id)
      window.clearTimeout(id)
    }
    return {
      setTimeout: set('timeout'),
      clearTimeout: clear,
      setInterval: set('interval'),
      clearInterval: clear,
    }
  }

  /** How many are about to fire. */
  soon(): number {
    return [...this.held.values()].filter(({ kind, delay }) => kind === 'timeout' && delay <= SOON).length
  }

  pending(): PendingTimer[] {
    return [...this.held.values()].map(({ kind, delay, module, owner }) => ({
      kind,
      delay,
      module,
      page: owner?.route ?? '',
      orphan: owner?.gone ?? false,
    }))
  }
}
