import { execFileSync } from 'node:child_process'
import { availableParallelism } from 'node:os'

/** What to put before a command to bind it to a core; nothing where that cannot be done. */
export function onCore(core: number): readonly string[] {
  return canPin() && core < availableParallelism() ? ['taskset', '-c', String(core)] : []
}

function canPin(): boolean {
  try {
    execFileSync('taskset', ['-V'], { stdio: 'ignore' })
    return true
  } catch {
    return false
  }
}
