import { once } from 'node:events'
import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { setTimeout as sleep } from 'node:timers/promises'
import { getRequestListener } from '@hono/node-server'
import type { Hono } from 'hono'
import { ServedApp } from './door.ts'

const KEEP_ALIVE_MS = 65_000
const HEADERS_WITHIN_MS = 20_000
/** An import of a gigabyte may take its time; every other body has a minute of its own (`body.ts`). */
const REQUEST_WITHIN_MS = 3_600_000
const FINISH_WITHIN_MS = 10_000
const SWEEP_MS = 50
/** How long each answer still asks to close its connection: one that is closed under a request on its way loses that request. */
const GOODBYE_MS = 100
/** Connections that wait to be taken: a flood of them must not keep a reader's out; the system may allow fewer. */
const BACKLOG = 4096

/** A socket that serves an app. */
export interface Listening {
  port: number
  /** Says goodbye to kept connections, then takes no new request and lets the running ones finish, ten seconds at most. */
  stop(): Promise<void>
}

/** @throws when the port is taken */
export async function listen(app: Hono, { port, host }: { port: number; host: string }): Promise<Listening> {
  // What is no request at all (no host, a backslash in its path) gets the words of a path that leads nowhere.
  const listener = getRequestListener(app.fetch, {
    hostname: host,
    errorHandler: () => app.request('http://localhost/api', { method: 'GET' }),
  })
  let isStopping = false
  const server = createServer(
    { keepAliveTimeout: KEEP_ALIVE_MS, headersTimeout: HEADERS_WITHIN_MS, requestTimeout: REQUEST_WITHIN_MS },
    (incoming, outgoing) => {
      if (isStopping) outgoing.setHeader('connection', 'close')
      const answering = app instanceof ServedApp ? app.enter(incoming, outgoing) : null
      if (answering) answering.catch(() => outgoing.destroy())
      else void listener(incoming, outgoing)
    },
  )
  server.listen({ port, host, backlog: BACKLOG })
  await once(server, 'listening')
  return {
    port: (server.address() as AddressInfo).port,
    stop() {
      isStopping = true
      return finish(server)
    },
  }
}

async function finish(server: Server): Promise<void> {
  if (await hasConnections(server)) await sleep(GOODBYE_MS)
  const closed = once(server, 'close')
  server.close()
  // A kept-alive connection becomes idle when its last answer is out: nobody tells, so we look.
  const sweep = setInterval(() => server.closeIdleConnections(), SWEEP_MS)
  const late = setTimeout(() => server.closeAllConnections(), FINISH_WITHIN_MS)
  await closed
  clearInterval(sweep)
  clearTimeout(late)
}

const hasConnections = (server: Server): Promise<boolean> =>
  new Promise(resolve => server.getConnections((_, count) => resolve(count > 0)))
