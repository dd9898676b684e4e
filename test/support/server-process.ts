import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtemp, rm } from 'node:fs/promises'
import net from 'node:net'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'

const ROOT = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '../..')
const READY_WITHIN_MS = 60_000

export interface ServerOptions {
  /** `demo` brings the sandbox and its apps; `node` is production's entry. */
  entry: 'demo' | 'node'
  dataDir: string
  /** Settings besides `PORT`, `HOST` and `DATA_DIR`; the environment of the test itself is not passed on. */
  env?: Record<string, string>
  /** Put before the command, e.g. `taskset -c 0`. */
  prefix?: readonly string[]
}

/** A server in a process of its own. */
export interface ServerProcess {
  origin: string
  pid: number
  /** Everything written so far, standard output and error together. */
  output: () => string
  /** SIGTERM; answers the exit code. */
  stop: () => Promise<number | null>
  /** SIGKILL, as a power cut would. */
  kill: () => Promise<void>
  /** Waits for the end; answers the exit code. */
  exited: Promise<number | null>
}

/** A new empty data folder, and how to remove it. */
export async function temporaryFolder() {
  const folder = await mkdtemp(path.join(tmpdir(), 'data-assistant-test-'))
  return { folder, remove: () => rm(folder, { recursive: true, force: true, maxRetries: 5 }) }
}

/** Starts a server and does not wait for it; for starts that are expected to fail. */
export async function spawnServer({ entry, dataDir, env = {}, prefix = [] }: ServerOptions): Promise<ServerProcess> {
  const port = await freePort()
  const [command = process.execPath, ...args] = [...prefix, process.execPath, 'scripts/server.mjs', entry]
  const { PATH = '', HOME = '', TMPDIR = '' } = process.env
  const child = spawn(command, args, {
    cwd: ROOT,
    env: {
      PATH,
      HOME,
      ...(TMPDIR ? { TMPDIR } : {}),
      PORT: String(port),
      HOST: '127.0.0.1',
      DATA_DIR: dataDir,
      // what a test finds must not depend on who comes by meanwhile
      DEMO_TRAFFIC: 'off',
      ...env,
    },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  return wrap(child, `http://127.0.0.1:${port}`)
}

/** Starts a server and waits until it is ready. @throws with what it wrote when it ends or is not ready in a minute */
export async function startServer(options: ServerOptions): Promise<ServerProcess> {
  const server = await spawnServer(options)
  const ended = server.exited.then(code => {
    throw new Error(`the server ended with ${code}:\n${server.output()}`)
  })
  await Promise.race([ready(server), ended])
  ended.catch(() => {})
  return server
}

function wrap(child: ChildProcess, origin: string): ServerProcess {
  let written = ''
  const hear = (chunk: Buffer) => {
    written += String(chunk)
  }
  child.stdout?.on('data', hear)
  child.stderr?.on('data', hear)
  const exited = once(child, 'close').then(([code]) => code as number | null)
  const end = async (signal: NodeJS.Signals) => {
    child.kill(signal)
    return exited
  }
  return {
    origin,
    pid: child.pid ?? 0,
    output: () => written,
    stop: () => end('SIGTERM'),
    kill: async () => void (await end('SIGKILL')),
    exited,
  }
}

async function ready({ origin, output }: ServerProcess) {
  const deadline = performance.now() + READY_WITHIN_MS
  while (performance.now() < deadline) {
    const answer = await fetch(`${origin}/readyz`).catch(() => null)
    if (answer?.ok) return
    await sleep(50)
  }
  throw new Error(`the server was not ready in ${READY_WITHIN_MS / 1000} s:\n${output()}`)
}

async function freePort(): Promise<number> {
  const server = net.createServer().listen(0, '127.0.0.1')
  await once(server, 'listening')
  const { port } = server.address() as net.AddressInfo
  server.close()
  await once(server, 'close')
  return port
}
