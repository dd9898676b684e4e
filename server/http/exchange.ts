import type { IncomingHttpHeaders, ServerResponse } from 'node:http'
import type { Locale } from '../../src/contract/identity.ts'
import { addressOf } from './address.ts'
import { languageOf } from './language.ts'

/** Node's own request and response, where the app runs on it. */
interface NodeBindings {
  incoming?: { method?: string; headers?: IncomingHttpHeaders; socket?: { remoteAddress?: string } }
  outgoing?: ServerResponse
}

/** What an exchange is made of: a context of Hono's, or a request that never came to Hono. */
export interface ExchangeSource {
  env: unknown
  req: { header(name: string): string | undefined }
}

/** One request as every part of the pipeline sees it. Read lazily: most requests need little of it. */
export class Exchange {
  readonly #source: ExchangeSource
  readonly #node: NodeBindings
  readonly #trustProxy: number
  /** Ours; a caller's own is never believed. */
  readonly requestId: string

  constructor(source: ExchangeSource, requestId: string, trustProxy: number) {
    this.#source = source
    this.#node = (source.env as NodeBindings | undefined) ?? {}
    this.#trustProxy = trustProxy
    this.requestId = requestId
  }

  /** @param name in lower case */
  header(name: string): string | undefined {
    const headers = this.#node.incoming?.headers
    if (!headers) return this.#source.req.header(name)
    const value = headers[name]
    return Array.isArray(value) ? value.join(', ') : value
  }

  get address(): string {
    return addressOf(this.#node.incoming?.socket?.remoteAddress, this.header('x-forwarded-for'), this.#trustProxy)
  }

  /** What stands after `Bearer`, whatever it is. */
  get credential(): string | null {
    return /^Bearer +(\S+)$/i.exec(this.header('authorization') ?? '')?.[1] ?? null
  }

  get language(): Locale {
    return languageOf(this.header('accept-language'))
  }

  /** Where an answer may be written at once; not for HEAD, which is asked as GET and loses its body on the way out. */
  get outgoing(): ServerResponse | undefined {
    return this.#node.incoming?.method === 'HEAD' ? undefined : this.#node.outgoing
  }
}
