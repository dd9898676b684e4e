import { readdirSync } from 'node:fs'
import { setPriority } from 'node:os'

/** Above 0: the system lets whoever answers requests go first; below 10: what is accepted is still counted in time. */
const NICE = 5

/**
 * Opens something that starts threads of its own, and lets them give way to the thread that answers requests. On Linux,
 * where threads have priorities; elsewhere it just opens it.
 */
export async function withBackgroundThreads<T>(open: () => Promise<T>): Promise<T> {
  const before = new Set(threads())
  const opened = await open()
  for (const thread of threads()) if (!before.has(thread)) giveWay(thread)
  return opened
}

function threads(): number[] {
  try {
    return readdirSync('/proc/self/task').map(Number)
  } catch {
    return []
  }
}

function giveWay(thread: number): void {
  try {
    setPriority(thread, NICE)
  } catch {
    // a thread that has ended meanwhile, or a system that forbids it: it works all the same
  }
}
