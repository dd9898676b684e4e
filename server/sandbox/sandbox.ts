import { setTimeout as wait } from 'node:timers/promises'
import type { SandboxFault } from './desks/faults.ts'
import { Platform } from './platform.ts'
import { apiRoutes } from './routes/api-routes.ts'
import { controlRoutes } from './routes/control.ts'
import type { SandboxControls, SandboxOptions } from './types.ts'
import { type Exchange, readExchange, textField } from './wire/exchange.ts'

/** What becomes of the connection: the answer goes out whole, in part, in part and broken, not at all, never. */
export type Ending = 'whole' | 'cut' | 'reset' | 'drop' | 'hang'

/** An answer and how much of it may reach the caller. */
export interface Outcome {
  response: Response
  ending: Ending
}

/** The emulator without a socket. */
export interface SandboxCore extends SandboxControls {
  /** As a caller would see it; a dropped or broken connection rejects, a hanging one never settles. */
  fetch(request: Request): Promise<Response>
  /** For the socket, which breaks connections itself. */
  answer(request: Request): Promise<Outcome>
}

const page = '<!DOCTYPE html><html><head><title>502 Bad Gateway</title></head><body><h1>Bad Gateway</h1></body></html>'
const htmlHeaders = { 'content-type': 'text/html; charset=utf-8' }
const blotted = '***'

/** Faults that stand in for an answer; null when the platform answers itself. */
function substitute(fault: SandboxFault | null): Response | null {
  if (fault?.kind === 'html') return new Response(page, { headers: htmlHeaders })
  if (fault?.kind === 'http') return new Response(page, { status: fault.status ?? 502, headers: htmlHeaders })
  return fault?.kind === 'drop' || fault?.kind === 'hang' ? new Response(null) : null
}

const endingOf = (fault: SandboxFault | null): Ending => {
  const kind = fault?.kind
  return kind === 'cut' || kind === 'reset' || kind === 'drop' || kind === 'hang' ? kind : 'whole'
}

/** The first half of an answer. */
export async function firstHalf(response: Response): Promise<Uint8Array> {
  const bytes = new Uint8Array(await response.arrayBuffer())
  return bytes.slice(0, Math.ceil(bytes.length / 2))
}

function recordedBody({ json, text }: Exchange): unknown {
  if (typeof json !== 'object' || json === null) return json ?? (text === '' ? null : text)
  if (Array.isArray(json) || !('secret' in json)) return json
  return { ...json, secret: blotted }
}

export function createSandbox(options: SandboxOptions = {}): SandboxCore {
  const platform = new Platform(options)
  const routes = apiRoutes(platform)
  const control = controlRoutes(platform)

  async function respond(request: Request, exchange: Exchange): Promise<Outcome> {
    const { appid, path, fault } = exchange
    const leave = appid === null ? () => {} : platform.enter(appid)
    const call = { at: exchange.at, method: exchange.method, path, appid, body: recordedBody(exchange) }
    const entry = { ...call, errcode: null as number | null }
    platform.record(entry)
    try {
      if (platform.latencyMs > 0) await wait(platform.latencyMs)
      if (fault?.kind === 'slow') await wait(fault.ms)
      const response = substitute(fault) ?? (await routes.fetch(request, { exchange }))
      if (endingOf(fault) === 'whole') entry.errcode = exchange.errcode
      return { response, ending: endingOf(fault) }
    } finally {
      leave()
    }
  }

  async function answer(request: Request): Promise<Outcome> {
    if (new URL(request.url).pathname.startsWith('/sandbox/')) {
      return { response: await control.fetch(request), ending: 'whole' }
    }
    const exchange = await readExchange(request, platform)
    const { appid, path } = exchange
    exchange.fault = platform.faults.take({ appid, path, day: textField(exchange.json, 'begin_date') })
    return respond(request, exchange)
  }

  async function fetch(request: Request): Promise<Response> {
    const { response, ending } = await answer(request)
    if (ending === 'whole') return response
    if (ending === 'cut') return new Response(new Uint8Array(await firstHalf(response)), response)
    if (ending === 'hang')
      return new Promise((_, reject) => request.signal.addEventListener('abort', () => reject(request.signal.reason)))
    throw new TypeError('fetch failed: the connection was reset')
  }

  return {
    fetch,
    answer,
    calls: platform.calls,
    faults: platform.faults,
    peak: appid => platform.peak(appid),
    forget: () => platform.forget(),
    mintCode: (request = {}) => platform.codes.mint(request, platform.now()),
    configure: app => platform.configure(app),
    setNow: now => platform.stopClock(now),
    setLatency: ms => {
      platform.latencyMs = ms
    },
  }
}
