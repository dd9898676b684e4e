import { execFileSync } from 'node:child_process'
import { availableParallelism, cpus } from 'node:os'

/** What to put before a command to bind it to a core; nothing where that cannot be done. */
export function onCore(core: number): readonly string[] {
  return canPin() && core < availableParallelism() ? ['taskset', '-c', String(core)] : []
}

/** The same at the lowest priority, for a flood that must not keep others on its core from measuring. */
export function gentlyOnCore(core: number): readonly string[] {
  const prefix = onCore(core)
  return prefix.length > 0 ? [...prefix, 'nice', '-n', '19'] : prefix
}

/** Binds this process to a core while something lasts. */
export async function stayingOnCore<T>(core: number, measure: () => Promise<T>): Promise<T> {
  if (!canPin() || core >= availableParallelism()) return measure()
  const bind = (cores: string) => execFileSync('taskset', ['-acp', cores, String(process.pid)], { stdio: 'ignore' })
  bind(String(core))
  try {
    return await measure()
  } finally {
    bind(`0-${cpus().length - 1}`)
  }
}

function canPin(): boolean {
  try {
    execFileSync('taskset', ['-V'], { stdio: 'ignore' })
    return true
  } catch {
    return false
  }
}
