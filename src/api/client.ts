import { type EndpointName, endpoints } from '../contract/endpoints'
import type { Locale } from '../contract/identity'
import type { HttpRequest, HttpResponse } from '../platform/request.types'
import { addressOf } from './address'
import { ApiError, apiErrorOf } from './api-error'
import type { CallAnswer, CallInput } from './calls'

export interface ClientDeps {
  request: (request: HttpRequest) => Promise<HttpResponse>
  /** The token in use, null while nobody is signed in. */
  token: () => string | null
  /** Signs in again without a question, once for all who wait, and answers the new token; null where a person has to act. */
  renew: () => Promise<string | null>
  /** Told once when a call needs a person to sign in. */
  onSignedOut: () => void
  locale: () => Locale
}

/** Calls that carry no token of a person. */
const open = new Set<EndpointName>([
  'createSession',
  'readSignInMethods',
  'createDemoSession',
  'redeemOperatorLink',
  'createHandoff',
  'pollHandoff',
])

export type Call = <N extends EndpointName>(
  name: N,
  input: CallInput<N>,
  /** `bearer` stands in for the token in use: the secret of a hand-off, a token that is not kept yet. */
  options?: { signal?: AbortSignal | undefined; bearer?: string },
) => Promise<CallAnswer<N>>

/** The typed client: throws `ApiError` on a refusal and `NetworkError` when no answer came. */
export function createClient({ request, token, renew, onSignedOut, locale }: ClientDeps): Call {
  return async (name, input, options = {}) => {
    const { params, query, body } = input as { params?: Record<string, string>; query?: object; body?: unknown }
    const send = (bearer: string | null) =>
      request({
        method: endpoints[name].method,
        url: addressOf(name, params, query as Record<string, unknown> | undefined),
        headers: {
          accept: 'application/json',
          'accept-language': locale(),
          ...(bearer === null ? {} : { authorization: `Bearer ${bearer}` }),
        },
        body,
        signal: options.signal,
      })
    const settle = ({ status, headers, body: answer }: HttpResponse) => {
      if (status >= 200 && status < 300) return answer as never
      throw apiErrorOf(status, answer, headers['x-request-id'] ?? '')
    }

    if (open.has(name) || options.bearer !== undefined) return settle(await send(options.bearer ?? null))
    const held = token()
    if (held !== null) {
      const answer = await send(held)
      if (answer.status !== 401) return settle(answer)
    }
    const renewed = token() !== held ? token() : await renew()
    if (renewed === null) {
      onSignedOut()
      throw new ApiError({ code: 'unauthenticated', status: 401 })
    }
    return settle(await send(renewed))
  }
}
