import type { EventSql } from './sql/database.ts'

type Work<T> = (sql: EventSql) => Promise<T>

/** Lets one work after the other use what cannot be shared, in the order of asking. */
export function oneAtATime(use: <T>(work: Work<T>) => Promise<T>): <T>(work: Work<T>) => Promise<T> {
  let last: Promise<unknown> = Promise.resolve()
  return work => {
    const turn = last.then(() => use(work))
    last = turn.catch(() => {})
    return turn
  }
}
