/** Shares of work in hand: as many small bodies as fill a group commit, and a few milliseconds of a turn of the event loop. */
const IN_HAND = 64
/** The same while somebody reads and a crowd waits: what readers wait for needs the processor too. */
const IN_HAND_BESIDE_READERS = 8
/** What a pause of a tenth of a second brings together is no crowd yet. */
const CROWD = 256
/** A body is one share, and one more for each so many bytes of it. */
const BYTES_A_SHARE = 16_384
/** Of bodies that wait; beyond them a flood would fill the memory. */
const WAITING_BYTES = 32 * 1024 * 1024
/** Some hundred large bodies are through by then on a slow machine; a sender that waited in vain is slowed by it. */
const WAIT_MS = 3000

interface Waiting {
  bytes: number
  settle(isAdmitted: boolean): void
}

/**
 * How much of one kind of work is in hand at a time. The rest waits for its turn, in order, three seconds at most: so a flood of
 * it leaves most of each turn of the event loop to everything else, on however many connections it comes. While a crowd
 * waits, readers come first.
 */
export class Admission {
  readonly #waitMs: number
  readonly #waiting = new Set<Waiting>()
  #waitingBytes = 0
  #inHand = 0
  #readers = 0

  constructor(waitMs = WAIT_MS) {
    this.#waitMs = waitMs
  }

  /** Whether a body of so many bytes may be worked on now, or within the wait. Whoever is let in has to `leave`. */
  enter(bytes: number): boolean | Promise<boolean> {
    if (this.#waiting.size === 0 && this.#fits(bytes)) {
      this.#inHand += sharesOf(bytes)
      return true
    }
    if (this.#waitingBytes + bytes > WAITING_BYTES) return false
    return new Promise(resolve => this.#wait(bytes, resolve))
  }

  leave(bytes: number): void {
    this.#inHand -= sharesOf(bytes)
    this.#letIn()
  }

  /** Somebody reads until they `leaveReading`. */
  enterReading(): void {
    this.#readers++
  }

  leaveReading(): void {
    this.#readers--
    this.#letIn()
  }

  #letIn(): void {
    for (const next of this.#waiting) {
      if (!this.#fits(next.bytes)) return
      this.#inHand += sharesOf(next.bytes)
      next.settle(true)
    }
  }

  #wait(bytes: number, resolve: (isAdmitted: boolean) => void): void {
    const waiting: Waiting = {
      bytes,
      settle: isAdmitted => {
        clearTimeout(late)
        this.#waiting.delete(waiting)
        this.#waitingBytes -= bytes
        resolve(isAdmitted)
      },
    }
    const late = setTimeout(waiting.settle, this.#waitMs, false)
    this.#waiting.add(waiting)
    this.#waitingBytes += bytes
  }

  /** What is larger than all that may be in hand gets in alone. */
  #fits(bytes: number): boolean {
    const isYielding = this.#readers > 0 && this.#waiting.size >= CROWD
    return this.#inHand === 0 || this.#inHand + sharesOf(bytes) <= (isYielding ? IN_HAND_BESIDE_READERS : IN_HAND)
  }
}

const sharesOf = (bytes: number): number => 1 + Math.floor(bytes / BYTES_A_SHARE)
