import type { Known } from '../domain/finality.ts'
import type { ArchiveKey, Attempt } from '../ports/archive.ts'

const keyOf = ({ appid, report, period }: ArchiveKey) => `${appid} ${report} ${period}`

const blank: Known = {
  answer: null,
  hasData: false,
  fetchedAt: null,
  final: false,
  rechecked: false,
  attemptedAt: null,
  outcome: null,
}

/** Attempts that our database would not take: known to this process alone, until a later one is written. */
export interface UnwrittenAttempts {
  add(attempt: Attempt): void
  /** What is known of a period, with the attempt that is not in it. */
  applyTo(entry: Known | null, key: ArchiveKey): Known | null
}

/** @param limit attempts that are remembered; the oldest goes first */
export function createUnwritten(limit: number): UnwrittenAttempts {
  const attempts = new Map<string, Attempt>()
  return {
    add(attempt) {
      const key = keyOf(attempt)
      attempts.delete(key)
      attempts.set(key, attempt)
      const [oldest] = attempts.keys()
      if (attempts.size > limit && oldest !== undefined) attempts.delete(oldest)
    },
    applyTo(entry, key) {
      const name = keyOf(key)
      const attempt = attempts.get(name)
      if (!attempt) return entry
      if ((entry?.attemptedAt ?? Number.NEGATIVE_INFINITY) < attempt.at)
        return { ...(entry ?? blank), attemptedAt: attempt.at, outcome: attempt.outcome }
      attempts.delete(name)
      return entry
    },
  }
}
