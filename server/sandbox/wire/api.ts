import type { Platform } from '../platform.ts'
import { envelope, Refusal } from './errors.ts'
import type { Bindings, Exchange } from './exchange.ts'

/** A JSON object, or an image. */
export type Answer = Record<string, unknown> | { image: Uint8Array; type: string }

/**
 * An endpoint in two steps: all checks first (a `Refusal` ends them), then the returned function acts and answers. Faults
 * that are business errors strike between the two, as the platform's own do.
 */
export type Endpoint = (exchange: Exchange, platform: Platform) => () => Answer

const jsonType = 'application/json; encoding=utf-8'
const strangeShape = { data: { items: 'none' }, count: '0' }

export const jsonResponse = (value: unknown): Response =>
  new Response(JSON.stringify(value), { headers: { 'content-type': jsonType } })

function strike({ fault }: Exchange): unknown {
  if (fault?.kind === 'busy') throw new Refusal(-1)
  if (fault?.kind === 'errcode') throw new Refusal(fault.errcode, fault.errmsg)
  return fault?.kind === 'shape' ? (fault.body ?? strangeShape) : undefined
}

function refuse(exchange: Exchange, platform: Platform, refusal: Refusal): Response {
  const rid = platform.rids.next(exchange.at)
  const body = envelope(refusal, exchange.path, rid)
  exchange.errcode = refusal.errcode
  platform.rids.remember(rid, {
    invokedAt: exchange.at,
    url: exchange.path,
    requestBody: exchange.path.startsWith('/datacube/') ? exchange.text : '',
    responseBody: JSON.stringify(body),
  })
  return jsonResponse(body)
}

/**
 * Turns an endpoint into a Hono handler that answers 200 for success and for business errors alike.
 * @param method the only one that the path takes; null = any.
 */
export function api(platform: Platform, method: 'GET' | 'POST' | null, endpoint: Endpoint) {
  return ({ env: { exchange } }: { env: Bindings }): Response => {
    try {
      if (method !== null && exchange.method !== method) throw new Refusal(method === 'GET' ? 43001 : 43002)
      const act = endpoint(exchange, platform)
      const strange = strike(exchange)
      const answer = strange === undefined ? act() : strange
      exchange.errcode = 0
      return isImage(answer) ? imageResponse(answer) : jsonResponse(answer)
    } catch (error) {
      if (error instanceof Refusal) return refuse(exchange, platform, error)
      throw error
    }
  }
}

type Image = { image: Uint8Array; type: string }

const isImage = (answer: unknown): answer is Image =>
  typeof answer === 'object' && answer !== null && 'image' in answer && answer.image instanceof Uint8Array

const imageResponse = ({ image, type }: Image) =>
  new Response(new Uint8Array(image), { headers: { 'content-type': type } })
