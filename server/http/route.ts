import type { Static, TObject, TSchema } from 'typebox'
import Type from 'typebox'
import { type EndpointName, endpoints } from '../../src/contract/endpoints.ts'
import type { Locale } from '../../src/contract/identity.ts'
import { scopes } from '../../src/contract/scopes.ts'
import type { Question } from '../domain/permissions.ts'
import type { ReportTable } from '../domain/tables/table.ts'
import type { Caller } from '../ports/people.ts'
import type { HttpDeps } from './deps.ts'
import type { Exchange } from './exchange.ts'
import type { LimitName } from './limits.ts'
import { type Fault, refuseFaults, shapeOf } from './shape.ts'

type AppQuestion = Extract<Question, `app.${string}` | `read.${string}`>

/** What a route knows of one authorised and well-formed request. */
export interface Call<Q extends Question = Question, Query = unknown, Body = unknown> {
  caller: Q extends 'anyone' ? null : Caller
  /** Of the path; a route that asks about an app has one. */
  appid: Q extends AppQuestion ? string : null
  /** Path parts by name. */
  path: Record<string, string>
  query: Query
  body: Body
  now: number
  exchange: Exchange
  /** Asks the route's question anew, for what goes on for long. @throws ProblemError as at the beginning */
  stillMay(): Promise<void>
}

/** The same before its shape was checked. */
export interface RawCall extends Omit<Call, 'caller' | 'appid'> {
  caller: Caller | null
  appid: string | null
  queryFaults: Fault[]
}

export interface RouteDeclaration<Q extends Question, QS extends TObject, BS extends TObject, AS extends TSchema> {
  endpoint: EndpointName
  /** Who may: every route says so. */
  question: Q
  query?: QS
  body?: BS
  /** Absent: 204 without a body. */
  answer?: AS
  status?: 200 | 201
  /** The body is a picture: `body` is a Buffer. */
  upload?: boolean
  /** The body is not read beforehand: `body` is an `AsyncIterable` of bytes as they come, unpacked. */
  stream?: boolean
  /** The answer is a picture: `run` gives a `PictureAnswer`. */
  picture?: boolean
  /** A token or a code is inside. */
  noStore?: boolean
  limit?: LimitName
  /** Forms of path parts; whatever can be none of them is 404. `:appid` is known. */
  params?: Record<string, RegExp>
  /** The answer as a table, for those who may also export. */
  table?(answer: Static<AS>, language: Locale): ReportTable
  run(deps: HttpDeps, call: Call<Q, Static<QS>, Static<BS>>): Promise<Static<AS>>
}

/** A declared route, ready to serve and to be listed. */
export interface Route {
  endpoint: EndpointName
  method: 'GET' | 'POST' | 'PATCH' | 'PUT' | 'DELETE'
  /** Relative to the API base, `:name` for a path part. */
  path: string
  question: Question
  query: TObject
  body: TObject | null
  answer: TSchema | null
  status: number
  upload: boolean
  stream: boolean
  picture: boolean
  noStore: boolean
  limit: LimitName
  params: Record<string, RegExp>
  table: ((answer: unknown, language: Locale) => ReportTable) | null
  /** Whoever gets an answer has looked at the app. */
  looks: boolean
  /** Parses, then runs. @throws ProblemError `invalid` with every fault of query and body */
  run(deps: HttpDeps, call: RawCall): Promise<unknown>
}

const Nothing = Type.Object({}, { additionalProperties: false })
const APPID = /^[A-Za-z0-9_-]{6,64}$/

const questions = new Set<string>([
  'anyone',
  'signed-in',
  'any.administer',
  'app.see',
  'app.administer',
  ...scopes.map(scope => `read.${scope}`),
])

/**
 * Declares a route by its four moves: authorize (`question`), parse (`query`, `body`), run, encode (`answer`).
 * @throws at start when it names no known question, or asks about an app without having one in its path
 */
export function route<
  Q extends Question,
  QS extends TObject = typeof Nothing,
  BS extends TObject = typeof Nothing,
  AS extends TSchema = TSchema,
>(declaration: RouteDeclaration<Q, QS, BS, AS>): Route {
  const { endpoint, question } = declaration
  const { method, path } = endpoints[endpoint]
  if (!questions.has(question)) throw new Error(`route ${endpoint} names no question`)
  const asksAboutApp = question.startsWith('app.') || question.startsWith('read.')
  if (asksAboutApp !== path.includes('/:appid')) throw new Error(`route ${endpoint} asks ${question} of ${path}`)
  const query = declaration.query ?? Nothing
  const body = declaration.body ?? Nothing
  const queryShape = shapeOf(query, '/query')
  const bodyShape = shapeOf(body, '')
  const table = declaration.table
  return {
    endpoint,
    method,
    path,
    question,
    query,
    body: declaration.body ?? null,
    answer: declaration.answer ?? null,
    status: declaration.answer || declaration.picture ? (declaration.status ?? 200) : 204,
    upload: declaration.upload ?? false,
    stream: declaration.stream ?? false,
    picture: declaration.picture ?? false,
    noStore: declaration.noStore ?? false,
    limit: declaration.limit ?? 'general',
    params: asksAboutApp ? { ...declaration.params, appid: APPID } : (declaration.params ?? {}),
    looks: method === 'GET' && (question === 'app.see' || question.startsWith('read.')),
    table: table ? (answer, language) => table(answer as Static<AS>, language) : null,
    run(deps, call) {
      const isRaw = method === 'GET' || declaration.upload || declaration.stream
      const bodyFaults = isRaw ? [] : bodyShape.faults(call.body)
      refuseFaults([...call.queryFaults, ...queryShape.faults(call.query), ...bodyFaults])
      // The question was answered before: a caller and an app are there where its type says so.
      return declaration.run(deps, call as unknown as Call<Q, Static<QS>, Static<BS>>)
    },
  }
}
