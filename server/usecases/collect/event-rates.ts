/** How many events a key may send. */
export interface EventRates {
  /**
   * Takes `events` from the allowance of a key.
   * @returns 0 when they may pass, else the seconds to wait
   */
  take(key: string, events: number, now: number): number
}

interface Bucket {
  tokens: number
  /** Epoch ms. */
  at: number
}

/**
 * A token bucket for each key, as large as a second's allowance. A batch passes when the bucket holds it, or is full where
 * it never could: then the bucket goes into debt. What is refused takes nothing.
 * @param rate events a second
 */
export function createEventRates(rate: number): EventRates {
  const buckets = new Map<string, Bucket>()
  return {
    take(key, events, now) {
      let bucket = buckets.get(key)
      if (!bucket) {
        bucket = { tokens: rate, at: now }
        buckets.set(key, bucket)
      }
      // a clock that goes back gives nothing and takes nothing
      const elapsed = Math.max(0, now - bucket.at)
      bucket.tokens = Math.min(rate, bucket.tokens + (elapsed * rate) / 1000)
      bucket.at = now
      const needed = Math.min(Math.max(1, events), rate)
      if (bucket.tokens < needed) return Math.max(1, Math.ceil((needed - bucket.tokens) / rate))
      bucket.tokens -= Math.max(1, events)
      return 0
    },
  }
}
