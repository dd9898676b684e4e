import type { BridgeAnswer } from '../protocol.ts'
import type { HostContext } from './context.ts'
import { bytesIn, encoded, isBytes, textOf } from './files.ts'

const MAX_TIMEOUT = 60_000
const MAX_CONCURRENT = 10
const LOOPBACK = /^http:\/\/(127\.0\.0\.1|localhost)(:\d+)?(\/|$)/

export interface RequestOptions {
  url: string
  method?: string
  data?: unknown
  header?: Record<string, string>
  timeout?: number
  dataType?: string
  responseType?: string
}

/** The phone's connection, and how many requests are under way. */
export class Network {
  online = true
  inFlight = 0
  answered = 0
  private next = 1

  /** Answers, or throws the reason as WeChat words it. */
  async send(host: HostContext, options: RequestOptions, aborted: Promise<never>): Promise<object> {
    if (this.inFlight >= MAX_CONCURRENT)
      host.faults.add('api', 'more than 10 requests at a time: WeChat lets the rest wait')
    const id = this.next++
    this.inFlight += 1
    try {
      const { url, body, headers } = address(host, options)
      const timeout = Math.min(options.timeout ?? MAX_TIMEOUT, MAX_TIMEOUT)
      const sent = this.online
        ? host.bridge.request({ id, url, method: options.method?.toUpperCase() ?? 'GET', headers, body, timeout })
        : Promise.resolve<BridgeAnswer>({ failure: 'net::ERR_INTERNET_DISCONNECTED' })
      const answer = await Promise.race([sent, aborted])
      if ('failure' in answer) throw answer.failure
      return decode(answer, options)
    } catch (reason) {
      if (reason === 'abort') await host.bridge.abort(id)
      throw reason
    } finally {
      this.inFlight -= 1
      this.answered += 1
    }
  }
}

function address(host: HostContext, { url, method, data, header = {} }: RequestOptions) {
  const whole = url.startsWith('/') ? host.settings.server + url : url
  if (!/^https:\/\//.test(whole) && !LOOPBACK.test(whole)) throw 'url not in domain list'
  const headers: Record<string, string> = { 'content-type': 'application/json' }
  for (const [name, value] of Object.entries(header)) headers[name.toLowerCase()] = String(value)
  headers.referer = 'https://servicewechat.com/wx0000000000000000/devtools/page-frame.html'
  const asQuery = (method?.toUpperCase() ?? 'GET') === 'GET' && typeof data === 'object' && data !== null
  const query = asQuery ? pairs(data as Record<string, unknown>) : ''
  const body = asQuery || data === undefined ? null : bodyOf(data, headers)
  return { url: query ? `${whole}${whole.includes('?') ? '&' : '?'}${query}` : whole, body, headers }
}

const bodyOf = (data: unknown, headers: Record<string, string>) => {
  if (isBytes(data)) return { base64: encoded(data) }
  return typeof data === 'string' ? data : encode(data, headers)
}

const encode = (data: unknown, headers: Record<string, string>) =>
  headers['content-type']?.startsWith('application/x-www-form-urlencoded')
    ? pairs(data as Record<string, unknown>)
    : JSON.stringify(data)

const pairs = (data: Record<string, unknown>) =>
  Object.entries(data)
    .map(pair => pair.map(part => encodeURIComponent(String(part))).join('='))
    .join('&')

function decode(answer: Exclude<BridgeAnswer, { failure: string }>, options: RequestOptions): object {
  const bytes = bytesIn(answer.base64)
  const common = { statusCode: answer.status, header: answer.headers, cookies: answer.cookies }
  if (options.responseType === 'arraybuffer') return { ...common, data: bytes }
  const text = textOf(bytes)
  if ((options.dataType ?? 'json') !== 'json') return { ...common, data: text }
  try {
    return { ...common, data: JSON.parse(text) }
  } catch {
    return { ...common, data: text }
  }
}
