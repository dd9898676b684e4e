import type { SandboxFault } from '../desks/faults.ts'
import type { Platform } from '../platform.ts'

/** One request as the checks and routes see it. */
export interface Exchange {
  at: number
  method: string
  path: string
  query: URLSearchParams
  /** Body text as it came. */
  text: string
  /** The parsed body; undefined when it is empty or no JSON. */
  json: unknown
  /** The account that calls, as far as the request tells. */
  appid: string | null
  fault: SandboxFault | null
  /** Set by the route: 0 or the error it answered. */
  errcode: number | null
}

/** What the routes receive from Hono. */
export interface Bindings {
  exchange: Exchange
}

/** Parsed JSON, undefined for anything else. */
export function parseJson(text: string): unknown {
  if (text === '') return undefined
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}

/** A text field of a JSON object; null when it is absent or no text. */
export function textField(json: unknown, name: string): string | null {
  if (typeof json !== 'object' || json === null) return null
  const value = (json as Record<string, unknown>)[name]
  return typeof value === 'string' ? value : null
}

export async function readExchange(request: Request, platform: Platform): Promise<Exchange> {
  const url = new URL(request.url)
  const text = request.method === 'GET' || request.method === 'HEAD' ? '' : await request.text()
  const json = parseJson(text)
  const token = url.searchParams.get('access_token')
  const owner = token === null ? null : platform.tokens.owner(token)
  return {
    at: platform.now(),
    method: request.method,
    path: url.pathname,
    query: url.searchParams,
    text,
    json,
    appid: owner ?? url.searchParams.get('appid') ?? textField(json, 'appid'),
    fault: null,
    errcode: null,
  }
}
