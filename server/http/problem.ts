import type { Locale } from '../../src/contract/identity.ts'
import type { Issue, Problem } from '../../src/contract/problems.ts'
import { UpstreamError } from '../domain/upstream.ts'
import { ConflictError, ProblemError, UnavailableError } from '../errors.ts'
import { EventStoreUnavailable } from '../ports/events.ts'
import { upstreamProblem } from './upstream-problem.ts'
import { wordsIn } from './words/index.ts'
import { type DetailKey, detailKeys, type Words } from './words/words.ts'

const conflictDetails: Record<string, DetailKey> = { app: 'appBound', handle: 'handleTaken' }

/** What a failure may be told as; whatever nobody foresaw is `internal`. */
export function asProblem(error: unknown): ProblemError {
  if (error instanceof ProblemError) return error
  if (error instanceof UpstreamError) return upstreamProblem(error)
  if (error instanceof EventStoreUnavailable || error instanceof UnavailableError) {
    return new ProblemError('unavailable', { retryAfterSeconds: error.retryAfterSeconds }, { cause: error })
  }
  if (error instanceof ConflictError) {
    const detail = conflictDetails[error.what] ?? detailKeys.find(key => key === error.what)
    return new ProblemError('conflict', detail ? { detail, names: error.names } : {}, { cause: error })
  }
  return new ProblemError('internal', {}, { cause: error })
}

/** RFC 9457, in the caller's language. */
export function problemBody(problem: ProblemError, language: Locale, requestId: string): Problem {
  const words = wordsIn(language)
  const { detail, names = [], issues } = problem.extra
  const key = detailKeys.find(known => known === detail)
  return {
    type: `urn:data-assistant:problem:${problem.code}`,
    title: words.titles[problem.code],
    status: problem.status,
    code: problem.code,
    ...(key ? { detail: words.details[key].replace('{names}', () => names.join(words.between)) } : {}),
    requestId,
    ...(issues
      ? {
          issues: issues.map(issue => ({ ...issue, message: messageOf(issue, words) })),
        }
      : {}),
  }
}

function messageOf({ code, ip }: Omit<Issue, 'message'>, words: Words): string {
  if (code === 'ip_not_allowed' && ip === undefined) return words.addressNotNamed
  return (words.issues[code] ?? words.otherIssue).replace('{ip}', ip ?? '')
}
