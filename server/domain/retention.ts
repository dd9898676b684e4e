import { type Bucket, bucketsOf } from './buckets.ts'
import type { JsonObject } from './numbers.ts'

/** Who came back, by periods after: of those who were new, and of all who were there. Key 0 is the cohort itself. */
export interface Cohorts {
  new: Bucket[]
  active: Bucket[]
}

/** `null` when not one key is there. */
export function cohortsOf(body: JsonObject): Cohorts | null {
  const rows = { new: bucketsOf(body, 'visit_uv_new') ?? [], active: bucketsOf(body, 'visit_uv') ?? [] }
  return rows.new.length + rows.active.length > 0 ? rows : null
}
