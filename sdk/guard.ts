/** Runs a part of ours; the app never hears of its failure. */
export function quietly<T>(run: () => T): T | undefined {
  try {
    return run()
  } catch (_) {
    // the app goes on as if we were not there
  }
}
