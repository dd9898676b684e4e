import type { Bridge, BridgeAnswer, BridgeRequest } from '../protocol.ts'

/** The phone's way out: real HTTP from Node to the server of the test. Counts what is under way. */
export interface NodeBridge extends Bridge {
  inFlight: () => number
  /** Whether the server can be reached; else every connection is refused. */
  reachable: boolean
  /** Ends everything, answered or not. */
  close: () => void
}

export function createBridge(login: () => string | null | Promise<string | null>): NodeBridge {
  const running = new Map<number, AbortController>()
  const bridge: NodeBridge = {
    reachable: true,
    login: async () => login(),
    request: async request => {
      if (!bridge.reachable) return { failure: 'net::ERR_CONNECTION_REFUSED' }
      const controller = new AbortController()
      running.set(request.id, controller)
      const timer = setTimeout(() => controller.abort('timeout'), request.timeout)
      try {
        return await send(request, controller.signal)
      } catch {
        return { failure: controller.signal.reason === 'timeout' ? 'timeout' : 'net::ERR_CONNECTION_REFUSED' }
      } finally {
        clearTimeout(timer)
        running.delete(request.id)
      }
    },
    abort: async id => running.get(id)?.abort('abort'),
    inFlight: () => running.size,
    close: () => {
      for (const controller of running.values()) controller.abort('abort')
    },
  }
  return bridge
}

async function send({ url, method, headers, body }: BridgeRequest, signal: AbortSignal): Promise<BridgeAnswer> {
  const content = typeof body === 'object' && body !== null ? Buffer.from(body.base64, 'base64') : body
  const response = await fetch(url, { method, headers, body: content, signal, redirect: 'follow' })
  const bytes = Buffer.from(await response.arrayBuffer())
  return {
    status: response.status,
    headers: Object.fromEntries(response.headers),
    cookies: response.headers.getSetCookie(),
    base64: bytes.toString('base64'),
  }
}
