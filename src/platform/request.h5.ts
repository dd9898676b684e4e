import { NetworkError } from './network-error'
import type { HttpRequest, HttpResponse } from './request.types'
import { sentBody } from './request-body'
import { parseBody } from './response-body'

export { NetworkError, type NetworkFailure } from './network-error'
export type { HttpRequest, HttpResponse } from './request.types'

/** One call to our server, same origin. Throws NetworkError when no answer comes; any status is an answer. */
export async function request({
  method,
  url,
  headers,
  body,
  timeout = 15_000,
  signal,
}: HttpRequest): Promise<HttpResponse> {
  const controller = new AbortController()
  let timedOut = false
  const timer = setTimeout(() => {
    timedOut = true
    controller.abort()
  }, timeout)
  const abort = () => controller.abort()
  if (signal?.aborted) abort()
  signal?.addEventListener('abort', abort)
  const sent = sentBody(body)
  try {
    const answer = await fetch(url, {
      method,
      headers: { ...sent.headers, ...headers },
      body: sent.data ?? null,
      signal: controller.signal,
    })
    const text = await answer.text()
    return {
      status: answer.status,
      headers: Object.fromEntries(answer.headers),
      body: parseBody(text, answer.headers.get('content-type') ?? ''),
    }
  } catch {
    throw new NetworkError(signal?.aborted ? 'aborted' : timedOut ? 'timeout' : 'offline', method, url)
  } finally {
    clearTimeout(timer)
    signal?.removeEventListener('abort', abort)
  }
}
