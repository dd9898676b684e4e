import type { Place } from './segments.ts'

/** A durable group that was not drained yet. */
export interface Group<T> extends Place {
  count: number
  /** What lies there; `null`: on the disk only. */
  held: T[] | null
  /** Of the held records. */
  characters: number
}

/** The durable groups that wait to be drained, oldest first, and what they take. */
export class Backlog<T> {
  readonly #groups: Group<T>[] = []
  readonly #heldCharacters: number
  #held = 0
  #begin = 0
  records = 0
  bytes = 0

  /** @param heldCharacters how much may be held in memory */
  constructor(heldCharacters: number) {
    this.#heldCharacters = heldCharacters
  }

  get isEmpty(): boolean {
    return this.records === 0
  }

  push(place: Place, records: T[], characters: number): void {
    const isHeld = this.#held + characters <= this.#heldCharacters
    if (isHeld) this.#held += characters
    this.#groups.push({ ...place, count: records.length, held: isHeld ? records : null, characters })
    this.records += records.length
    this.bytes += place.to - place.from
  }

  /** The oldest groups of no more than so many bytes, one at least when there is any. */
  oldest(bytes: number): Group<T>[] {
    const groups: Group<T>[] = []
    let taken = 0
    for (let at = this.#begin; at < this.#groups.length; at++) {
      const group = this.#groups[at]
      if (!group || (groups.length > 0 && taken + group.to - group.from > bytes)) break
      groups.push(group)
      taken += group.to - group.from
    }
    return groups
  }

  /** Forgets the oldest groups. */
  drop(groups: readonly Group<T>[]): void {
    for (const { count, from, to, held, characters } of groups) {
      this.records -= count
      this.bytes -= to - from
      if (held) this.#held -= characters
    }
    this.#begin += groups.length
    // amortised: a queue that is shifted one by one costs its length each time
    if (this.#begin * 2 > this.#groups.length) {
      this.#groups.splice(0, this.#begin)
      this.#begin = 0
    }
  }

  /** The segment of the oldest group; those before it hold nothing that is needed. */
  get oldestSegment(): number | null {
    return this.#groups[this.#begin]?.segment ?? null
  }
}
