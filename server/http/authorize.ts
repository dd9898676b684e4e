import type { ProblemCode } from '../../src/contract/problems.ts'
import { hashOf, TOKEN_PATTERN } from '../domain/credentials.ts'
import { may, type Ruling } from '../domain/permissions.ts'
import { ProblemError } from '../errors.ts'
import type { Caller } from '../ports/people.ts'
import type { HttpDeps } from './deps.ts'
import type { Exchange } from './exchange.ts'
import type { Route } from './route.ts'

const refusals: Record<Exclude<Ruling, 'yes'>, ProblemCode> = {
  unauthenticated: 'unauthenticated',
  invisible: 'not_found',
  forbidden: 'forbidden',
}

/**
 * Who calls, by one read; `null` for nobody. A route for anyone reads nothing: what it is sent is no session. What can be
 * no AppID is not asked about: no database takes a NUL.
 */
export async function identify(
  { sessions, admins }: Pick<HttpDeps, 'sessions' | 'admins'>,
  route: Route,
  { credential }: Exchange,
  appid: string | null,
  now: number,
): Promise<Caller | null> {
  if (route.question === 'anyone' || credential === null || !TOKEN_PATTERN.test(credential)) return null
  const about = appid !== null && route.params.appid?.test(appid) ? appid : null
  const caller = await sessions.caller(hashOf(credential), about, now)
  if (route.question !== 'any.administer' || caller === null) return caller
  return { ...caller, relation: (await admins.administersAny(caller.person.id)) ? { role: 'admin' } : null }
}

/** @throws ProblemError `unauthenticated`, `not_found` or `forbidden`, the first that holds */
export function authorize(
  route: Route,
  caller: Caller | null,
  path: Record<string, string>,
  now: number,
  asCsv: boolean,
): void {
  const signedIn = caller !== null
  if (route.question !== 'anyone' && !signedIn) throw new ProblemError('unauthenticated')
  for (const [name, form] of Object.entries(route.params)) {
    if (!form.test(path[name] ?? '')) throw new ProblemError('not_found')
  }
  const questions = asCsv ? ([route.question, 'read.export'] as const) : [route.question]
  for (const question of questions) {
    const ruling = may(signedIn, question, caller?.relation ?? null, now)
    if (ruling !== 'yes') throw new ProblemError(refusals[ruling])
  }
}
