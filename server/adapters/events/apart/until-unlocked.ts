import { setTimeout as sleep } from 'node:timers/promises'

const LOCKED = /lock on file/i
const TRIES = 50
const PAUSE_MS = 100

/** Opens a file that an engine which is about to end may still hold, as after a kill. @throws when it is held for long */
export async function untilUnlocked<T>(open: () => Promise<T>): Promise<T> {
  for (let tries = 1; ; tries++) {
    try {
      return await open()
    } catch (error) {
      if (tries === TRIES || !LOCKED.test(String(error))) throw error
      await sleep(PAUSE_MS)
    }
  }
}
