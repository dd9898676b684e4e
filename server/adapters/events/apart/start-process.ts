import { fork } from 'node:child_process'
import { once } from 'node:events'
import { existsSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import type { Channel, Question, Reply } from './methods.ts'

/** Runs compiled, beside this module. */
const ENTRY = fileURLToPath(new URL('./engine-process.js', import.meta.url))

/** What it had to do is done when it is let go: one that does not end then hangs. ms */
const ENDS_WITHIN_MS = 5_000

/** Whether this server was compiled. */
export const hasProcess = (): boolean => existsSync(ENTRY)

/** Starts a process for an event engine. */
export function startProcess(): Channel {
  const child = fork(ENTRY, [], {
    // the settings, secrets among them, are none of its business
    env: {},
    execArgv: [],
    serialization: 'advanced',
    stdio: ['ignore', 'inherit', 'inherit', 'ipc'],
  })
  const ended = once(child, 'exit').then(
    ([code, signal]) => String(signal ?? code),
    error => String(error),
  )
  // of what goes wrong on the way, its end tells
  child.on('error', () => {})
  return {
    send(question: Question) {
      child.send(question, () => {})
    },
    onReply: hear => void child.on('message', message => hear(message as Reply)),
    onEnd: hear => void ended.then(hear),
    async end() {
      if (child.connected) child.disconnect()
      const late = setTimeout(() => child.kill('SIGKILL'), ENDS_WITHIN_MS)
      await ended
      clearTimeout(late)
    },
    kill: () => void child.kill('SIGKILL'),
  }
}
