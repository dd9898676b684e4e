import { createApp } from '../app.ts'
import type { Config } from '../config.ts'
import { localUrl, type Server } from '../deps.ts'
import type { HttpDeps } from '../http/deps.ts'
import { type Listening, listen } from '../http/listen.ts'
import { releaseStartupMemory } from './release-startup-memory.ts'

/** Serves until a signal comes; then finishes what runs and ends the process. A second signal ends it at once. */
export async function run(config: Config, server: Server, http: HttpDeps): Promise<Listening> {
  const listening = await listen(createApp(http), config).catch(async error => {
    await server.stop()
    throw error
  })
  server.start()
  releaseStartupMemory()
  let stopping = false
  const end = async () => {
    if (stopping) process.exit(1)
    stopping = true
    server.log.info({}, 'stopping')
    await listening.stop()
    await server.stop()
    process.exit(0)
  }
  for (const signal of ['SIGTERM', 'SIGINT'] as const) {
    process.on(signal, () => void end().catch(error => fail(error)))
  }
  const giveUp = (message: string) => (error: Error) => {
    server.log.error({ error }, message)
    server.log.flush()
    process.exit(1)
  }
  process.on('uncaughtException', giveUp('nobody caught this'))
  // whoever watches over the process starts another, which opens the database anew
  void server.lost?.then(giveUp('the database is gone'))
  const address = config.publicUrl ?? localUrl({ host: config.host, port: listening.port })
  server.log.info({ address }, 'listening')
  server.log.flush()
  return listening
}

/** Whatever stops a start is one line on the screen, without a stack: it is for the person in front of it. */
export function fail(error: unknown): never {
  console.error(wordsOf(error as Failure))
  process.exit(1)
}

type Failure = NodeJS.ErrnoException & { port?: number }

/** The settings by their names where the system refuses what they say. */
function wordsOf({ message, code, syscall, port }: Failure): string {
  if (code === 'EADDRINUSE') return `PORT ${port} is in use; stop what listens there, or write another one`
  if (syscall === 'listen' && code === 'EACCES') return `PORT ${port} is not for this user; write one above 1023`
  if (syscall === 'getaddrinfo' || (syscall === 'listen' && code === 'EADDRNOTAVAIL'))
    return `HOST is no address of this machine (${code}); write one that is, as 127.0.0.1`
  return message
}
