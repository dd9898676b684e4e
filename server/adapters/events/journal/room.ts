import { EventStoreUnavailable } from '../../../ports/events.ts'
import type { SegmentFiles } from './files.ts'

/** How long a look at the disk is believed, ms. */
const BELIEVED_MS = 1_000

/** Keeps the last bytes of a disk for those who drain the journal. */
export class Room {
  readonly #files: SegmentFiles
  readonly #reserveBytes: number
  #lookedAt = Number.NEGATIVE_INFINITY
  #isThere = true

  constructor(files: SegmentFiles, reserveBytes: number) {
    this.#files = files
    this.#reserveBytes = reserveBytes
  }

  /** @throws EventStoreUnavailable when there is too little */
  async check(): Promise<void> {
    const now = performance.now()
    if (now - this.#lookedAt >= BELIEVED_MS) {
      this.#isThere = (await this.#files.free()) >= this.#reserveBytes
      this.#lookedAt = now
    }
    if (!this.#isThere) throw new EventStoreUnavailable('the disk of the event journal is full', 5)
  }
}
