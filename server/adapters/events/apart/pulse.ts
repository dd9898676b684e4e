const EVERY_MS = 10_000
/** Of so many beats none was answered: it hangs. A machine that stood still meanwhile costs one alone. */
const MISSED = 6

/**
 * Asks another process again and again whether it is there.
 * @param beat resolves when it says so
 * @param onSilent hears once that it said nothing for a minute
 * @returns how to end that
 */
export function keepPulse(beat: () => Promise<unknown>, onSilent: () => void, everyMs = EVERY_MS): () => void {
  let missed = 0
  let isAsked = false
  const timer = setInterval(() => {
    if (isAsked) {
      missed += 1
      if (missed < MISSED) return
      clearInterval(timer)
      onSilent()
      return
    }
    missed = 0
    isAsked = true
    beat().then(
      () => {
        isAsked = false
      },
      () => {},
    )
  }, everyMs)
  timer.unref()
  return () => clearInterval(timer)
}
