import { isIPv4, isIPv6 } from 'node:net'
import { UpstreamError } from '../../domain/upstream.ts'
import type { CallOutcome } from '../../ports/telemetry.ts'
import { type Verdict, verdictOf } from './errcodes.ts'

/** One call as it goes out. `path` begins with a slash and has no query; query and body may hold secrets. */
export interface Call {
  appid: string
  method: 'GET' | 'POST'
  path: string
  query?: Record<string, string>
  body?: object
  /** Success is a file, failure JSON. */
  binary?: boolean
  /** An upstream may be without this endpoint: a 404 says so, and is no fault. */
  mayBeAbsent?: boolean
  /** How the endpoint's error codes are understood; the general table unless named. */
  verdictOf?: (errcode: number) => Verdict
  /** Whether an object without an errcode is what this endpoint answers; anything is unless named. */
  holds?: (json: Record<string, unknown>) => boolean
}

/** WeChat's data, or why there is none and what to do about it. */
export type Answer =
  | { ok: true; text: string; json: Record<string, unknown>; bytes?: Buffer }
  | { ok: false; outcome: CallOutcome; verdict: Verdict; error: UpstreamError }

export type Failed = Extract<Answer, { ok: false }>

const transient: Verdict = { reaction: 'retry', failure: 'failed' }
const lasting: Verdict = { reaction: 'fail', failure: 'failed' }
const absent: Verdict = { reaction: 'fail', failure: 'unsupported' }
const timedOut: Verdict = { reaction: 'fail', failure: 'timed_out' }

const transportVerdicts: Record<Exclude<CallOutcome, 'ok' | 'refused'>, Verdict> = {
  timed_out: timedOut,
  dropped: transient,
  cut: transient,
  unavailable: transient,
  status: lasting,
  shape: lasting,
  too_large: lasting,
  closed: lasting,
}

const nameOf = (call: Call) => `${call.method} ${call.path}`

/** A call that brought no answer of WeChat's. `words` must not repeat anything that was sent or received. */
export function broken(call: Call, outcome: keyof typeof transportVerdicts, words: string, retry = true): Failed {
  const verdict = retry ? transportVerdicts[outcome] : lasting
  return { ok: false, outcome, verdict, error: new UpstreamError(verdict.failure, `${nameOf(call)} ${words}`) }
}

const ABSENT_STATUSES = [404, 405, 410, 501]

/** A call that was answered with another status than 200. */
export function answeredStatus(call: Call, status: number): Failed {
  const failed = broken(call, status >= 500 ? 'unavailable' : 'status', `answered HTTP ${status}`)
  if (!call.mayBeAbsent || !ABSENT_STATUSES.includes(status)) return failed
  return {
    ...failed,
    outcome: 'status',
    verdict: absent,
    error: new UpstreamError('unsupported', failed.error.message),
  }
}

/** A JSON object. */
export const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

const parse = (text: string): { value: unknown } | null => {
  try {
    return { value: JSON.parse(text) }
  } catch {
    return null
  }
}

/** The first IPv4 address of a 40164 text, else the first of any kind: `invalid ip 118.190.42.90 ipv6 ::ffff:118.190.42.90, not in whitelist`. */
const addressIn = (errmsg: string) =>
  errmsg.match(/\d{1,3}(?:\.\d{1,3}){3}/g)?.find(isIPv4) ?? errmsg.match(/[0-9a-f:.]+/gi)?.find(isIPv6)

/** The request id that WeChat keeps for seven days: safe to tell, unlike the rest of errmsg. */
const ridIn = (errmsg: string) => /\brid: ([0-9a-f]{8}-[0-9a-f]{8}-[0-9a-f]{8})\b/.exec(errmsg)?.[1]

function refused(call: Call, errcode: number, errmsg: string): Failed {
  const verdict = (call.verdictOf ?? verdictOf)(errcode)
  const rid = ridIn(errmsg)
  const ip = verdict.failure === 'ip_not_allowed' ? addressIn(errmsg) : undefined
  const error = new UpstreamError(
    verdict.failure,
    `${nameOf(call)} answered errcode ${errcode}${rid ? ` (rid ${rid})` : ''}`,
    { errcode, ...(verdict.refusal && { refusal: verdict.refusal }), ...(ip && { ip }) },
  )
  return { ok: false, outcome: 'refused', verdict, error }
}

/**
 * Reads the body of a 200. Data is an object without an errcode, or with errcode 0; it is kept as it came. What begins
 * like JSON and is none was cut on its way.
 */
export function decode(call: Call, text: string): Answer {
  if (text.trim() === '') return broken(call, 'cut', 'answered nothing')
  const parsed = parse(text)
  if (!parsed && /^\s*[{[]/.test(text)) return broken(call, 'cut', 'answered JSON that was cut')
  if (!parsed) return broken(call, 'shape', 'answered something else than JSON')
  const json = parsed.value
  if (!isRecord(json)) return broken(call, 'shape', 'answered JSON that is no object')
  const errcode = Number(json.errcode ?? 0)
  if (!Number.isInteger(errcode)) return broken(call, 'shape', 'answered an errcode that is no number')
  if (errcode !== 0) return refused(call, errcode, typeof json.errmsg === 'string' ? json.errmsg : '')
  if (call.holds && !call.holds(json)) return broken(call, 'shape', 'answered JSON of another shape')
  return { ok: true, text, json }
}
