import type { Pauses } from '../../../server/ports/pause.ts'

/** Pauses that end when the test says so, or never. */
export class FakePauses {
  private readonly waiting = new Set<{ ms: number; end: () => void }>()

  readonly start: Pauses = ms => {
    const pause = { ms, end: () => {} }
    const done = new Promise<void>(resolve => {
      pause.end = () => {
        this.waiting.delete(pause)
        resolve()
      }
    })
    this.waiting.add(pause)
    return { done, cancel: pause.end }
  }

  /** The lengths of the pauses that are under way. */
  get lengths(): number[] {
    return [...this.waiting].map(pause => pause.ms)
  }

  /** Ends every pause that is not longer than `ms`. */
  end(ms: number): void {
    for (const pause of [...this.waiting]) if (pause.ms <= ms) pause.end()
  }
}

/** Lets everything run that waits for nothing but promises. */
export const settled = (): Promise<void> => new Promise(resolve => setImmediate(resolve))
