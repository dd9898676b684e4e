import { describe, expect, it } from 'vitest'
import { type Reaction, secretVerdictOf, verdictOf, verdicts } from '../../../../server/adapters/wechat/errcodes.ts'
import type { UpstreamFailure } from '../../../../server/domain/upstream.ts'
import type { SecretRefusal } from '../../../../src/contract/apps.ts'

const MINUTE = 60_000
const HOUR = 60 * MINUTE

/** errcode, reaction, failure, refusal, cool-down: `wechat-api.md` 1.3, 6 and 10.2, written down a second time. */
const expected: [number, Reaction, UpstreamFailure, SecretRefusal?, number?][] = [
  [-1, 'retry', 'failed'],
  [40001, 'refresh', 'failed'],
  [40002, 'fail', 'failed'],
  [40003, 'fail', 'failed'],
  [40013, 'stop_app', 'secret_refused', 'appid_unknown'],
  [40014, 'refresh', 'failed'],
  [40029, 'fail', 'code_refused'],
  [40037, 'fail', 'failed'],
  [40097, 'fail', 'failed'],
  [40125, 'stop_app', 'secret_refused', 'secret_wrong'],
  [40129, 'fail', 'failed'],
  [40163, 'fail', 'code_refused'],
  [40164, 'rest_app', 'ip_not_allowed', 'ip_not_allowed', MINUTE],
  [40169, 'fail', 'failed'],
  [40226, 'fail', 'code_refused'],
  [40243, 'rest_app', 'account_frozen', 'account_frozen', 10 * MINUTE],
  [41001, 'fail', 'failed'],
  [41002, 'stop_app', 'secret_refused', 'appid_unknown'],
  [41004, 'stop_app', 'secret_refused', 'secret_wrong'],
  [41008, 'fail', 'failed'],
  [41030, 'fail', 'failed'],
  [42001, 'refresh', 'failed'],
  [43001, 'fail', 'failed'],
  [43002, 'fail', 'failed'],
  [43101, 'fail', 'failed'],
  [43107, 'fail', 'failed'],
  [43108, 'retry', 'failed'],
  [44002, 'fail', 'failed'],
  [45009, 'next_day', 'quota'],
  [45011, 'next_minute', 'throttled'],
  [45168, 'fail', 'failed'],
  [47001, 'fail', 'failed'],
  [47003, 'fail', 'failed'],
  [48001, 'rest_path', 'unsupported', undefined, 24 * HOUR],
  [48004, 'rest_path', 'unsupported', undefined, 24 * HOUR],
  [48006, 'fail', 'quota'],
  [50002, 'rest_app', 'account_frozen', 'account_frozen', 10 * MINUTE],
  [50004, 'rest_app', 'account_frozen', 'account_frozen', 10 * MINUTE],
  [50007, 'rest_app', 'account_frozen', 'account_frozen', 10 * MINUTE],
  [61007, 'rest_path', 'unsupported', undefined, 24 * HOUR],
  [61010, 'fail', 'failed'],
  [61500, 'fail', 'failed'],
  [61501, 'fail', 'failed'],
  [61502, 'rest_path', 'wrong_kind', 'kind_mismatch', 24 * HOUR],
  [61503, 'fail', 'not_ready'],
  [61504, 'retry_later', 'failed'],
  [76021, 'fail', 'unsupported'],
  [76022, 'fail', 'unsupported'],
  [87014, 'fail', 'failed'],
  [89503, 'rest_app', 'ip_not_allowed', 'ip_not_allowed', 10 * MINUTE],
  [89506, 'rest_app', 'ip_not_allowed', 'ip_not_allowed', 24 * HOUR],
  [89507, 'rest_app', 'ip_not_allowed', 'ip_not_allowed', HOUR],
]

describe('the table of error codes', () => {
  it.each(expected)('%i: %s, %s', (errcode, reaction, failure, refusal, cooldown) => {
    expect({ refusal: undefined, cooldown: undefined, ...verdictOf(errcode) }).toEqual({
      reaction,
      failure,
      refusal,
      cooldown,
    })
  })

  it('holds nothing else', () => {
    expect([...verdicts.keys()].sort()).toEqual(expected.map(([errcode]) => errcode).sort())
  })

  it('lets a code that nobody documents fail the call, without another try', () => {
    expect(verdictOf(99_999)).toEqual({ reaction: 'fail', failure: 'failed' })
  })

  it('reads 40001 as a wrong secret where the secret itself was sent', () => {
    expect(secretVerdictOf(40001)).toMatchObject({ reaction: 'stop_app', refusal: 'secret_wrong' })
  })
})
