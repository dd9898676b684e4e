import { once } from 'node:events'
import { createServer, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { getRequestListener, type HttpBindings } from '@hono/node-server'
import { RESPONSE_ALREADY_SENT } from '@hono/node-server/utils/response'
import { createSandbox, firstHalf, type Outcome } from './sandbox.ts'
import type { Sandbox, SandboxOptions } from './types.ts'

/** Ends the connection as the fault demands; Hono never sees sockets, so this happens on Node's own response. */
async function finish({ response, ending }: Outcome, outgoing: ServerResponse): Promise<Response> {
  if (ending === 'whole') return response
  if (ending === 'drop') outgoing.socket?.resetAndDestroy()
  if (ending === 'cut' || ending === 'reset') {
    const whole = (await response.clone().arrayBuffer()).byteLength
    const half = await firstHalf(response)
    const length = ending === 'cut' ? half.length : whole
    outgoing.writeHead(response.status, { ...Object.fromEntries(response.headers), 'content-length': length })
    if (ending === 'cut') outgoing.end(half)
    else outgoing.write(half, () => outgoing.socket?.destroy())
  }
  return RESPONSE_ALREADY_SENT
}

/** Starts the emulator on a loopback port. Rejects when the port is taken. */
export async function startSandbox(options: SandboxOptions = {}): Promise<Sandbox> {
  const { answer, fetch: _, ...controls } = createSandbox(options)
  const listener = getRequestListener(
    async (request, env) => finish(await answer(request), (env as HttpBindings).outgoing),
    { overrideGlobalObjects: false },
  )
  const server = createServer(listener)
  server.listen(options.port ?? 0, options.host ?? '127.0.0.1')
  await once(server, 'listening')
  const { port } = server.address() as AddressInfo
  return {
    ...controls,
    url: `http://${options.host ?? '127.0.0.1'}:${port}`,
    async close() {
      const closed = once(server, 'close')
      server.close()
      server.closeAllConnections()
      await closed
    },
  }
}
