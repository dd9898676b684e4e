import type { ProblemCode } from '../../src/contract/problems.ts'
import type { UpstreamError, UpstreamFailure } from '../domain/upstream.ts'
import { ProblemError } from '../errors.ts'

/** For calls that cannot be answered without WeChat; a refused secret or code is handled before. */
const codes: Record<UpstreamFailure, ProblemCode> = {
  failed: 'upstream_failed',
  timed_out: 'upstream_failed',
  not_ready: 'upstream_not_ready',
  quota: 'upstream_quota',
  throttled: 'upstream_quota',
  unsupported: 'upstream_failed',
  secret_refused: 'upstream_failed',
  secret_unreadable: 'upstream_failed',
  ip_not_allowed: 'upstream_failed',
  account_frozen: 'upstream_failed',
  code_refused: 'upstream_failed',
  wrong_kind: 'upstream_failed',
}

/** What an upstream failure says to whoever called us. A proved secret that is refused is the caller's to mend. */
export function upstreamProblem(error: UpstreamError): ProblemError {
  const { refusal, ip } = error.details
  if (refusal) {
    const path = refusal === 'appid_unknown' ? '/appid' : refusal === 'kind_mismatch' ? '/kind' : '/secret'
    return new ProblemError(
      'invalid',
      { issues: [{ path, code: refusal, ...(ip === undefined ? {} : { ip }) }] },
      { cause: error },
    )
  }
  if (error.failure === 'code_refused') {
    return new ProblemError('invalid', { issues: [{ path: '/code', code: 'code_refused' }] }, { cause: error })
  }
  return new ProblemError(codes[error.failure], {}, { cause: error })
}
