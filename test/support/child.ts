import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { createInterface } from 'node:readline'
import { fileURLToPath } from 'node:url'
import { onTestFinished } from 'vitest'

/** A TypeScript file of the tests that runs in a process of its own. */
export interface Child {
  process: ChildProcess
  /** The next line that it prints; `null` when it has ended. */
  line(): Promise<string | null>
  /** Ends it as `kill -9` does. */
  kill(): Promise<void>
}

/** Starts `file` with arguments; it is killed with the test at the latest. */
export function startChild(file: URL, args: string[]): Child {
  const child = spawn(process.execPath, ['--import', 'tsx', fileURLToPath(file), ...args], {
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  const lines = createInterface(child.stdout)[Symbol.asyncIterator]()
  const ended = once(child, 'exit')
  const kill = async () => {
    child.kill('SIGKILL')
    await ended
  }
  onTestFinished(kill)
  return {
    process: child,
    kill,
    async line() {
      const { value, done } = await lines.next()
      return done ? null : value
    },
  }
}
