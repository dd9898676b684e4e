import type { Context } from 'hono'
import { ProblemError } from '../errors.ts'
import { slideSession } from '../usecases/slide-session.ts'
import { authorize, identify } from './authorize.ts'
import { parseJson, readBody } from './body.ts'
import type { HttpDeps } from './deps.ts'
import { encodeAnswer } from './encode.ts'
import { type Exchange, openExchange } from './exchange.ts'
import { formatOf } from './format.ts'
import type { SecurityHeaders } from './headers.ts'
import { customerOf } from './limits.ts'
import { asProblem } from './problem.ts'
import { problemResponse } from './problem-response.ts'
import { readQuery } from './query.ts'
import type { Route } from './route.ts'

export interface Serving {
  deps: HttpDeps
  headers: SecurityHeaders
  counterOf(address: string): string
}

/** The whole way of a request through its route. No middleware: nothing on the hot path copies a response. */
export function serve(route: Route, serving: Serving): (context: Context) => Promise<Response> {
  const { deps } = serving
  return async context => {
    const began = performance.now()
    const exchange = openExchange(context, deps.random.uuid(), deps.settings.trustProxy)
    let response: Response
    try {
      response = await answer(route, serving, context, exchange)
    } catch (error) {
      response = problemResponse(error, exchange, serving, route.endpoint)
    }
    const seconds = (performance.now() - began) / 1000
    deps.telemetry.served({ route: route.endpoint, method: route.method, status: response.status, seconds })
    deps.log.info(
      {
        requestId: exchange.requestId,
        route: route.endpoint,
        method: route.method,
        status: response.status,
        ms: Math.round(seconds * 1e6) / 1000,
      },
      'answered',
    )
    return response
  }
}

async function answer(route: Route, serving: Serving, context: Context, exchange: Exchange): Promise<Response> {
  const { deps, headers } = serving
  const path = context.req.param() as Record<string, string>
  const appid = path.appid ?? null
  const now = deps.clock.now()
  const body = route.method === 'GET' ? null : await readBody(context.req.raw)
  const caller = await identify(deps, route, exchange, appid, now)
  await checkRate(route, serving, exchange, caller?.person.id ?? null, path)
  const raw = readQuery(context.req.url)
  const format = formatOf(raw.values, exchange.header('accept'))
  const asCsv = format === 'csv' && route.table !== null
  authorize(route, caller, path, now, asCsv)
  if (caller) await slideSession(deps, caller, now)
  const { language } = exchange
  try {
    const said = await route.run(deps, {
      caller,
      appid,
      param: name => path[name] ?? '',
      query: raw.values,
      queryFaults: raw.faults,
      body: body === null || route.method === 'DELETE' ? {} : parseJson(body, exchange.header('content-type')),
      now,
      language,
      address: exchange.address,
      userAgent: exchange.header('user-agent') ?? '',
      credential: exchange.credential,
    })
    return encodeAnswer(route, said, {
      format,
      language,
      ifNoneMatch: exchange.header('if-none-match'),
      headers: { ...headers.data, 'x-request-id': exchange.requestId },
      fileName: [appid, route.path.split('/').at(-1)].join('-'),
    })
  } catch (error) {
    const refused = asProblem(error).extra.issues?.some(issue => issue.code === 'code_refused')
    if (refused) await deps.limits.noteRefusedCode(serving.counterOf(exchange.address))
    throw error
  }
}

async function checkRate(
  route: Route,
  { deps: { limits, telemetry }, counterOf }: Serving,
  { address }: Exchange,
  personId: string | null,
  path: Record<string, string>,
): Promise<void> {
  const who = customerOf(personId, address, counterOf)
  try {
    if (route.limit === 'poll') await limits.take('general', who)
    await limits.take(route.limit, route.limit === 'poll' ? `${who} ${path.id?.slice(0, 64)}` : who)
    if (route.limit === 'session') await limits.checkRefusedCodes(who)
  } catch (error) {
    if (error instanceof ProblemError) telemetry.limited(route.limit)
    throw error
  }
}
