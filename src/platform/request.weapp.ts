import Taro from '@tarojs/taro'
import { NetworkError } from './network-error'
import type { HttpRequest, HttpResponse } from './request.types'
import { sentBody } from './request-body'
import { parseBody } from './response-body'

export { NetworkError, type NetworkFailure } from './network-error'
export type { HttpRequest, HttpResponse } from './request.types'

/** One call to our server at `TARO_APP_SERVER_URL`. Throws NetworkError when no answer comes; any status is an answer. */
export function request({ method, url, headers, body, timeout = 15_000, signal }: HttpRequest): Promise<HttpResponse> {
  return new Promise((resolve, reject) => {
    const fail = (failure: 'offline' | 'timeout' | 'aborted') => reject(new NetworkError(failure, method, url))
    if (signal?.aborted) return fail('aborted')
    const sent = sentBody(body)
    const task = Taro.request<string>({
      url: SERVER_URL + url,
      // WeChat's own list lacks PATCH; the client sends it all the same on current base libraries
      method: method as 'POST',
      header: { ...sent.headers, ...headers },
      data: sent.data,
      dataType: 'text' as 'json',
      responseType: 'text',
      timeout,
      success: answer => {
        const names = lowerCase(answer.header)
        resolve({
          status: answer.statusCode,
          headers: names,
          body: parseBody(answer.data ?? '', names['content-type'] ?? ''),
        })
      },
      fail: ({ errMsg }) => fail(signal?.aborted ? 'aborted' : /timeout/i.test(errMsg ?? '') ? 'timeout' : 'offline'),
    })
    // `fail` has told already; unheard, the task's own rejection would be an error of the app
    task.catch(() => undefined)
    signal?.addEventListener('abort', () => task.abort())
  })
}

function lowerCase(headers: Record<string, unknown> | undefined): Record<string, string> {
  return Object.fromEntries(Object.entries(headers ?? {}).map(([name, value]) => [name.toLowerCase(), String(value)]))
}
