import { readdirSync } from 'node:fs'
import { setPriority } from 'node:os'

/** Above 0: the system lets whoever answers requests go first; below 10: what is accepted is still counted in time. */
const NICE = 5

/** Lets all threads of this process give way to other processes; those that they start inherit it. */
export function giveWay(): void {
  for (const thread of threads()) {
    try {
      setPriority(thread, NICE)
    } catch {
      // a thread that has ended meanwhile, or a system that forbids it: it works all the same
    }
  }
}

/** On Linux each thread has a priority of its own; elsewhere the process has one. */
function threads(): number[] {
  try {
    return readdirSync('/proc/self/task').map(Number)
  } catch {
    return [process.pid]
  }
}
