import { fieldOf, type JsonObject, numberOf, objectsOf } from './numbers.ts'

/** One `{key, value}` of WeChat's lists. */
export interface Bucket {
  key: number
  value: number
}

/**
 * The buckets of a list, in the answer's order; what has no whole key or no number is left out, and a key that comes
 * twice adds up. `null` when there is no list.
 * @param field where the number stands, `value` unless named
 */
export function bucketsOf(object: JsonObject, name: string, field = 'value'): Bucket[] | null {
  if (!Array.isArray(fieldOf(object, name))) return null
  const values = new Map<number, number>()
  for (const item of objectsOf(object, name)) {
    const key = numberOf(fieldOf(item, 'key'))
    const value = numberOf(fieldOf(item, field))
    if (key === null || !Number.isInteger(key) || value === null) continue
    values.set(key, (values.get(key) ?? 0) + value)
  }
  return [...values].map(([key, value]) => ({ key, value }))
}

/** The sum of several days' buckets, largest first, ties by key. */
export function addBuckets(days: readonly (readonly Bucket[])[]): Bucket[] {
  const sums = new Map<number, number>()
  for (const buckets of days) {
    for (const { key, value } of buckets) sums.set(key, (sums.get(key) ?? 0) + value)
  }
  return largestFirst([...sums].map(([key, value]) => ({ key, value })))
}

export const largestFirst = (buckets: readonly Bucket[]): Bucket[] =>
  [...buckets].sort((a, b) => b.value - a.value || a.key - b.key)

export const totalOf = (buckets: readonly { value: number | null }[]): number =>
  buckets.reduce((sum, { value }) => sum + (value ?? 0), 0)

/** Part of a whole; of nothing there is none. */
export const shareOf = (value: number | null, total: number | null): number | null =>
  value === null || total === null || total <= 0 ? null : value / total
