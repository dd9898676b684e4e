import { spawn } from 'node:child_process'

/**
 * Runs a command in the foreground and answers its exit code; signals that we get go on to it.
 * @param {string} command
 * @param {string[]} args
 * @param {import('node:child_process').SpawnOptions & {onOutput?: (chunk: string) => void}} [options]
 *   onOutput hears what the command writes where `stdio` says `pipe`
 * @returns {Promise<number>}
 */
export function run(command, args, { onOutput, ...options } = {}) {
  return new Promise((resolve, reject) => {
    const child = spawn(command, args, { stdio: 'inherit', ...options })
    for (const stream of [child.stdout, child.stderr]) stream?.on('data', chunk => onOutput?.(String(chunk)))
    const pass = signal => child.kill(signal)
    const signals = ['SIGINT', 'SIGTERM', 'SIGHUP']
    for (const signal of signals) process.on(signal, pass)
    const done = () => {
      for (const signal of signals) process.removeListener(signal, pass)
    }
    child.once('error', error => {
      done()
      reject(error)
    })
    child.once('close', (code, signal) => {
      done()
      resolve(code ?? (signal ? 1 : 0))
    })
  })
}

/** A step that cannot go on: its words are for the person at the screen, without a stack. */
export class StepFailed extends Error {}

/**
 * Runs a script's body and turns a failed step into words and an exit code.
 * @param {() => Promise<number>} body answers the exit code
 */
export async function main(body) {
  try {
    process.exitCode = await body()
  } catch (error) {
    if (!(error instanceof StepFailed)) throw error
    process.stderr.write(`\n${error.message}\n`)
    process.exitCode = 1
  }
}
