import type { Clock } from '../../ports/clock.ts'
import type { CallLog, WeChatMetrics } from '../../ports/telemetry.ts'
import { type Answer, answeredStatus, broken, type Call, decode } from './answer.ts'

export interface HttpOptions {
  /** Any http(s) origin; a path is kept as prefix. */
  baseUrl: string
  /** Limit of one exchange, body included. */
  timeoutMs: number
  maxBytes: number
  clock: Clock
  log: CallLog
  metrics: WeChatMetrics
  /** Aborts every exchange. */
  closing: AbortSignal
}

/** How an error begins where success is a file. */
const OPENING_BRACE = 0x7b

/** One exchange; never throws. */
export type Http = (call: Call) => Promise<Answer>

/** Certificates and the like: trying again meets the same refusal. */
const LASTING = /CERT|TLS|SSL|SELF_SIGNED|UNABLE_TO/

/** The origin with its path prefix. @throws TypeError when it is no http(s) address or carries more than that. */
function baseOf(text: string): string {
  const url = new URL(text)
  if (!/^https?:$/.test(url.protocol) || url.username || url.password || url.search || url.hash) {
    throw new TypeError('the WeChat API base must be an http(s) origin with an optional path')
  }
  return url.href.replace(/\/+$/, '')
}

/** The whole body; `null` when it is larger than `maxBytes`. */
async function readBytes(response: Response, maxBytes: number): Promise<Buffer | null> {
  if (!response.body) return Buffer.alloc(0)
  const reader = response.body.getReader()
  const chunks: Uint8Array[] = []
  let size = 0
  for (;;) {
    const { done, value } = await reader.read()
    if (done) return Buffer.concat(chunks)
    size += value.byteLength
    if (size > maxBytes) {
      await reader.cancel()
      return null
    }
    chunks.push(value)
  }
}

/** The system's name for what broke. Its message is left out: it may quote the address, and that holds the token. */
function codeOf(error: unknown): string {
  const cause = error instanceof Error ? error.cause : undefined
  const code = cause instanceof Error && 'code' in cause ? String(cause.code) : ''
  return /^[A-Z0-9_]{1,60}$/.test(code) ? code : 'unknown'
}

async function read(call: Call, response: Response, maxBytes: number): Promise<Answer> {
  if (response.status !== 200) {
    await response.body?.cancel()
    return answeredStatus(call, response.status)
  }
  const bytes = await readBytes(response, maxBytes)
  if (bytes === null) return broken(call, 'too_large', `answered more than ${maxBytes} bytes`)
  if (call.binary && bytes.length > 0 && bytes[0] !== OPENING_BRACE) return { ok: true, text: '', json: {}, bytes }
  // a mark of byte order is no part of JSON, and what is no UTF-8 shows as such
  return decode(call, new TextDecoder().decode(bytes))
}

export function createHttp(options: HttpOptions): Http {
  const base = baseOf(options.baseUrl)
  const { timeoutMs, closing } = options

  async function exchange(call: Call): Promise<Answer> {
    if (closing.aborted) return broken(call, 'closed', 'was not made: shutting down')
    const limit = new AbortController()
    let ended: 'timed_out' | 'closed' | null = null
    const end = (why: 'timed_out' | 'closed') => {
      ended = why
      limit.abort()
    }
    const onClosing = () => end('closed')
    const timer = setTimeout(end, timeoutMs, 'timed_out')
    closing.addEventListener('abort', onClosing, { once: true })
    try {
      const query = call.query ? `?${new URLSearchParams(call.query)}` : ''
      const response = await fetch(`${base}${call.path}${query}`, {
        method: call.method,
        // A redirect is an answer like any other status: the token in the query must not travel on.
        redirect: 'manual',
        signal: limit.signal,
        ...(call.body && { body: JSON.stringify(call.body), headers: { 'content-type': 'application/json' } }),
      })
      return await read(call, response, options.maxBytes)
    } catch (error) {
      if (ended === 'timed_out') return broken(call, 'timed_out', `gave no whole answer within ${timeoutMs} ms`)
      if (ended === 'closed') return broken(call, 'closed', 'was broken off: shutting down')
      const code = codeOf(error)
      return broken(call, 'dropped', `lost its connection (${code})`, !LASTING.test(code))
    } finally {
      clearTimeout(timer)
      closing.removeEventListener('abort', onClosing)
    }
  }

  return async call => {
    const startedAt = options.clock.now()
    const answer = await exchange(call)
    const milliseconds = options.clock.now() - startedAt
    const outcome = answer.ok ? 'ok' : answer.outcome
    options.metrics.call(call.path, outcome, milliseconds / 1000)
    if (!answer.ok) {
      const { errcode, ip } = answer.error.details
      const facts = {
        appid: call.appid,
        path: call.path,
        outcome,
        errcode,
        ip,
        milliseconds,
        reason: answer.error.message,
      }
      options.log[answer.error.failure === 'not_ready' ? 'info' : 'warn'](facts, 'WeChat gave no data')
    }
    return answer
  }
}
