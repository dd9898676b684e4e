import type { IncomingHttpHeaders } from 'node:http'
import type { Context } from 'hono'
import type { Locale } from '../../src/contract/identity.ts'
import { addressOf } from './address.ts'
import { languageOf } from './language.ts'

/** Node's own request, where the app runs on it: its headers are parsed already. */
interface NodeBindings {
  incoming?: { headers?: IncomingHttpHeaders; socket?: { remoteAddress?: string } }
}

/** One request as every part of the pipeline sees it. */
export interface Exchange {
  /** Ours; a caller's own is never believed. */
  requestId: string
  header(name: string): string | undefined
  address: string
  /** What stands after `Bearer`, whatever it is. */
  credential: string | null
  language: Locale
}

export function openExchange(context: Context, requestId: string, trustProxy: number): Exchange {
  const incoming = (context.env as NodeBindings | undefined)?.incoming
  const header = (name: string): string | undefined => {
    if (!incoming?.headers) return context.req.header(name)
    const value = incoming.headers[name]
    return Array.isArray(value) ? value.join(', ') : value
  }
  return {
    requestId,
    header,
    address: addressOf(incoming?.socket?.remoteAddress, header('x-forwarded-for'), trustProxy),
    credential: /^Bearer +(\S+)$/i.exec(header('authorization') ?? '')?.[1] ?? null,
    get language() {
      return languageOf(header('accept-language'))
    },
  }
}
