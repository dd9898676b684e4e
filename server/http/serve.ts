import { importLimits } from '../../src/contract/collect.ts'
import { ProblemError } from '../errors.ts'
import { slideSession } from '../usecases/slide-session.ts'
import { authorize, identify } from './authorize.ts'
import { BODY_LIMIT_BYTES, parseJson, readBody } from './body.ts'
import type { HttpDeps } from './deps.ts'
import { type Encoding, encodeAnswer } from './encode.ts'
import { Exchange, type ExchangeSource } from './exchange.ts'
import { formatOf } from './format.ts'
import { UPLOAD_LIMIT_BYTES } from './picture.ts'
import { asProblem } from './problem.ts'
import { readQuery } from './query.ts'
import type { Route } from './route.ts'
import { sendProblem } from './send-problem.ts'
import type { Serving } from './serving.ts'
import { unpacked } from './unpacked.ts'

/** A request that has found its route. */
export interface Arrival {
  source: ExchangeSource
  /** Parts of the path by name. */
  path: Record<string, string>
  url: string
  /** Where a body may be read; a read has none. */
  request: Request | null
}

export type ServedRoute = (arrival: Arrival) => Promise<Response>

/** The whole way of a request through its route. No middleware: nothing on the hot path copies a response. */
export function serve(route: Route, serving: Serving): ServedRoute {
  const { deps, admission } = serving
  const isRead = route.method === 'GET'
  return async arrival => {
    const began = performance.now()
    const exchange = new Exchange(arrival.source, deps.random.uuid(), deps.settings.trustProxy)
    if (isRead) admission.enterReading()
    let encoding: Encoding
    try {
      encoding = await answer(route, serving, arrival, exchange)
    } catch (error) {
      encoding = sendProblem(error, exchange, serving, { route: route.endpoint })
    }
    if (isRead) admission.leaveReading()
    const { status, response } = encoding
    note(route, deps, exchange.requestId, status, (performance.now() - began) / 1000)
    return response
  }
}

/** Reads that succeed are counted; a line each would cost more than they do, so they are for the debug level. */
function note({ endpoint, method }: Route, deps: HttpDeps, requestId: string, status: number, seconds: number): void {
  deps.telemetry.served({ route: endpoint, method, status, seconds })
  const level = method === 'GET' && status < 400 ? 'debug' : 'info'
  deps.log[level]({ requestId, route: endpoint, method, status, ms: Math.round(seconds * 1e6) / 1000 }, 'answered')
}

async function answer(route: Route, serving: Serving, arrival: Arrival, exchange: Exchange): Promise<Encoding> {
  const { deps } = serving
  const { path, request } = arrival
  const appid = path.appid ?? null
  const now = deps.clock.now()
  const isUnread = request === null || route.method === 'GET' || route.stream
  const body = isUnread ? null : await readBody(request, route.upload ? UPLOAD_LIMIT_BYTES : BODY_LIMIT_BYTES)
  const caller = await identify(deps, route, exchange, appid, now)
  await checkRate(route, serving, exchange, caller?.person.id ?? null, path)
  const raw = readQuery(arrival.url)
  const format = formatOf(raw.values, exchange.header('accept'))
  authorize(route, caller, path, now, format === 'csv' && route.table !== null)
  if (caller) await slideSession(deps, caller, now)
  const call = {
    caller,
    appid,
    path,
    query: raw.values,
    queryFaults: raw.faults,
    body: route.stream && request ? unpacked(request, importLimits.unpackedBytes) : bodyOf(route, body, exchange),
    now,
    exchange,
    async stillMay() {
      const later = deps.clock.now()
      authorize(route, await identify(deps, route, exchange, appid, later), path, later, false)
    },
  }
  let said: unknown
  try {
    said = await route.run(deps, call)
  } catch (error) {
    await noteRefusal(error, serving, exchange)
    throw error
  }
  if (route.looks && caller && appid !== null) {
    await deps.looks.note(
      { appid, personId: caller.person.id, route, isExport: format === 'csv' && route.table !== null },
      now,
    )
  }
  return encodeAnswer(route, said, exchange, { format, appid, security: serving.headers.flat })
}

/** Of most that is deleted nothing is said but where it is. */
function bodyOf(route: Route, body: Buffer | null, exchange: Exchange): unknown {
  if (route.upload) return body
  const saysNothing = body === null || (route.method === 'DELETE' && route.body === null)
  return saysNothing ? {} : parseJson(body, exchange.header('content-type'))
}

/** A refused sign-in code is counted: guessing must not be cheap. */
async function noteRefusal(error: unknown, { deps, counterOf }: Serving, { address }: Exchange): Promise<void> {
  const refused = asProblem(error).extra.issues?.some(issue => issue.code === 'code_refused')
  if (refused) await deps.limits.noteRefusedCode(counterOf(address))
}

async function checkRate(
  route: Route,
  { deps: { limits, telemetry }, counterOf }: Serving,
  exchange: Exchange,
  personId: string | null,
  path: Record<string, string>,
): Promise<void> {
  const who = personId === null ? counterOf(exchange.address) : `person:${personId}`
  try {
    if (route.limit === 'poll') await limits.take('general', who)
    if (route.limit === 'invitation') await limits.take('invitationOfAddress', counterOf(exchange.address))
    await limits.take(route.limit, route.limit === 'poll' ? `${who} ${path.id?.slice(0, 64)}` : who)
    if (route.limit === 'users') await limits.take('usersOfDay', who)
    if (route.limit === 'session') await limits.checkRefusedCodes(who)
  } catch (error) {
    if (error instanceof ProblemError) telemetry.limited(route.limit)
    throw error
  }
}
