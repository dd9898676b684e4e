import { setTimeout as sleep } from 'node:timers/promises'

const STEP_MS = 10

/** Asks until the answer is neither null nor false; null when that takes longer than `within` ms. */
export async function eventually<T>(ask: () => Promise<T | null | false>, within: number): Promise<T | null> {
  const deadline = performance.now() + within
  for (;;) {
    const answer = await ask()
    if (answer !== null && answer !== false) return answer
    if (performance.now() > deadline) return null
    await sleep(STEP_MS)
  }
}
