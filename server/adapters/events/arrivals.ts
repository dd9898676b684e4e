import type { EventSql } from './sql/database.ts'

/** The number of the newest batch: it rises for ever, also when batches are erased. */
export interface Arrivals {
  last(sql: EventSql): Promise<number>
  reached(arrival: number): void
  /** Forgets what a transaction that was undone had brought. */
  forget(): void
}

export function createArrivals(): Arrivals {
  let known: number | null = null
  return {
    async last(sql) {
      if (known !== null) return known
      const [row] = await sql.rows<{ arrival: number | null }>(
        'select max(arrival) as arrival from (select arrival from batches union all select arrival from marks) as known',
      )
      return row?.arrival ?? 0
    },
    reached(arrival) {
      known = arrival
    },
    forget() {
      known = null
    },
  }
}
