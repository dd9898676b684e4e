/** Makes callers who come while a call is under way share it. */
export function singleFlight<T>(run: () => Promise<T>): () => Promise<T> {
  let flight: Promise<T> | null = null
  return () => {
    flight ??= run().finally(() => {
      flight = null
    })
    return flight
  }
}
