import { readdirSync, readFileSync } from 'node:fs'

/** Seconds of processor time that a process and those that it has started have used; NaN where /proc does not say. */
export function cpuSeconds(pid: number): number {
  try {
    return [pid, ...childrenOf(pid)].reduce((sum, one) => sum + ownSeconds(one), 0)
  } catch {
    return Number.NaN
  }
}

/** Those that its first thread has started, where Node starts all. */
const childrenOf = (pid: number): number[] =>
  readFileSync(`/proc/${pid}/task/${pid}/children`, 'utf8').split(' ').filter(Boolean).map(Number)

function ownSeconds(pid: number): number {
  const threads = readdirSync(`/proc/${pid}/task`)
  const nanoseconds = threads.map(thread =>
    Number(readFileSync(`/proc/${pid}/task/${thread}/schedstat`, 'utf8').split(' ')[0]),
  )
  return nanoseconds.reduce((sum, one) => sum + one, 0) / 1e9
}
