import type { SecretRefusal } from '../../../src/contract/apps.ts'
import type { UpstreamFailure } from '../../domain/upstream.ts'

/**
 * What the client does about an error:
 * - `retry` asks again with back-off, three tries in all; `retry_later` the same with longer pauses;
 * - `refresh` takes a new token once and asks once more;
 * - `next_minute` leaves this path of the app alone until the next minute; `next_day` until 00:00 in China;
 * - `rest_path` leaves the path alone for `cooldown`; `rest_app` the whole app;
 * - `stop_app` calls no more for the app until its secret is replaced;
 * - `fail` lets the call fail: nothing would help.
 */
export type Reaction =
  | 'retry'
  | 'retry_later'
  | 'refresh'
  | 'next_minute'
  | 'next_day'
  | 'rest_path'
  | 'rest_app'
  | 'stop_app'
  | 'fail'

export interface Verdict {
  reaction: Reaction
  failure: UpstreamFailure
  /** For the admin who binds: what must be mended. */
  refusal?: SecretRefusal
  /** Milliseconds during which asking again cannot help. */
  cooldown?: number
}

const MINUTE = 60_000
const HOUR = 60 * MINUTE
const DAY = 24 * HOUR

const bug: Verdict = { reaction: 'fail', failure: 'failed' }
const staleToken: Verdict = { reaction: 'refresh', failure: 'failed' }
const badCode: Verdict = { reaction: 'fail', failure: 'code_refused' }
const wrongSecret: Verdict = { reaction: 'stop_app', failure: 'secret_refused', refusal: 'secret_wrong' }
const wrongAppid: Verdict = { reaction: 'stop_app', failure: 'secret_refused', refusal: 'appid_unknown' }
const frozen: Verdict = {
  reaction: 'rest_app',
  failure: 'account_frozen',
  refusal: 'account_frozen',
  cooldown: 10 * MINUTE,
}
const strangeIp = (cooldown: number): Verdict => ({
  reaction: 'rest_app',
  failure: 'ip_not_allowed',
  refusal: 'ip_not_allowed',
  cooldown,
})
const notGranted: Verdict = { reaction: 'rest_path', failure: 'unsupported', cooldown: DAY }
const unknownPath: Verdict = { reaction: 'fail', failure: 'unsupported' }

/** Every error code that WeChat documents for the calls we make (`wechat-api.md` 1.3, 6, 9.2, 10.1 and 10.2). */
export const verdicts: ReadonlyMap<number, Verdict> = new Map<number, Verdict>([
  [-1, { reaction: 'retry', failure: 'failed' }],
  [40001, staleToken],
  [40002, bug],
  [40003, bug],
  [40013, wrongAppid],
  [40014, staleToken],
  [40029, badCode],
  [40037, bug],
  [40097, bug],
  [40125, wrongSecret],
  [40129, bug],
  [40163, badCode],
  [40164, strangeIp(MINUTE)],
  [40169, bug],
  [40226, badCode],
  [40243, frozen],
  [41001, bug],
  [41002, wrongAppid],
  [41004, wrongSecret],
  [41008, bug],
  [41030, bug],
  [42001, staleToken],
  [43001, bug],
  [43002, bug],
  [43101, bug],
  [43107, bug],
  [43108, { reaction: 'retry', failure: 'failed' }],
  [44002, bug],
  [45009, { reaction: 'next_day', failure: 'quota' }],
  [45011, { reaction: 'next_minute', failure: 'throttled' }],
  [45168, bug],
  [47001, bug],
  [47003, bug],
  [48001, notGranted],
  [48004, notGranted],
  [48006, { reaction: 'fail', failure: 'quota' }],
  [50002, frozen],
  [50004, frozen],
  [50007, frozen],
  [61007, notGranted],
  [61010, bug],
  [61500, bug],
  [61501, bug],
  [61502, { reaction: 'rest_path', failure: 'wrong_kind', refusal: 'kind_mismatch', cooldown: DAY }],
  [61503, { reaction: 'fail', failure: 'not_ready' }],
  [61504, { reaction: 'retry_later', failure: 'failed' }],
  [76021, unknownPath],
  [76022, unknownPath],
  [87014, bug],
  [89503, strangeIp(10 * MINUTE)],
  [89506, strangeIp(DAY)],
  [89507, strangeIp(HOUR)],
])

/** Reaction to an error code. A code that nobody documents fails the call and is not asked again. */
export const verdictOf = (errcode: number): Verdict => verdicts.get(errcode) ?? bug

/** The same at the endpoints that take the secret itself, where 40001 says that the secret is wrong. */
export const secretVerdictOf = (errcode: number): Verdict => (errcode === 40001 ? wrongSecret : verdictOf(errcode))
