import type { Log } from '../../../ports/log.ts'
import type { SegmentFile, SegmentFiles } from './files.ts'
import { encodeFrame } from './frame.ts'
import { SPARE, segmentName } from './segment-name.ts'

/** Where a group of records lies. */
export interface Place {
  segment: number
  from: number
  to: number
}

interface Current {
  segment: number
  file: SegmentFile
  /** Bytes that are durable. */
  length: number
}

/**
 * Writes groups into the newest segment, whose bytes the disk has given already: what is synced is then the bytes alone,
 * not the file system's books, for which it would wait for everybody else who writes. Its calls must not overlap. A segment is never written again after a failure:
 * it is cut to what was durable, and the next group begins another.
 */
export class Segments {
  readonly #files: SegmentFiles
  readonly #log: Log
  readonly #segmentBytes: number
  #current: Current | null = null
  #nextSegment: number
  /** Whether the next segment is ready; `null`: nobody has seen to it yet. */
  #spare: Promise<boolean> | null
  #sequence: number
  /** Segments before this one are never written again: they hold what is to be gone. */
  #oldBelow = 0

  /** @param last the newest segment and sequence that there were before */
  constructor(files: SegmentFiles, log: Log, segmentBytes: number, last: { segment: number; sequence: number }) {
    this.#files = files
    this.#log = log
    this.#segmentBytes = segmentBytes
    this.#nextSegment = last.segment + 1
    this.#sequence = last.sequence
    this.#spare = this.#makeSpare()
  }

  /** The segment that the next group goes to; `null`: a new one. */
  get current(): number | null {
    return this.#current?.segment ?? null
  }

  /** Bytes in the newest segment. */
  get length(): number {
    return this.#current?.length ?? 0
  }

  /** Resolves once the group is durable. @throws what the disk says; then nothing of the group is kept */
  async append(payload: string): Promise<Place> {
    if (this.length >= this.#segmentBytes) await this.retire()
    const current = this.#current ?? (await this.#begin())
    const frame = encodeFrame(++this.#sequence, payload)
    try {
      await current.file.write(frame, current.length)
      await current.file.sync()
    } catch (error) {
      await this.#abandon(current)
      throw error
    }
    const from = current.length
    current.length += frame.length
    if (current.length * 2 > this.#segmentBytes) this.#spare ??= this.#makeSpare()
    return { segment: current.segment, from, to: current.length }
  }

  /** Ends the newest segment: the next group begins another. */
  async retire(): Promise<void> {
    const current = this.#current
    this.#current = null
    if (current) await current.file.close().catch(error => this.#complain(error, current.segment))
  }

  /** Ends the newest segment; of what was written so far no byte stays once it is recycled. */
  async renounce(): Promise<void> {
    await this.close()
    this.#oldBelow = this.#nextSegment
  }

  /** A segment that is not needed any more becomes the spare, or goes. */
  async recycle(segment: number): Promise<void> {
    const name = segmentName(segment)
    const goes = segment < this.#oldBelow || (this.#spare && (await this.#spare))
    if (goes) return this.#files.remove(name)
    const renaming = this.#files.rename(name, SPARE)
    this.#spare = renaming.then(
      () => true,
      () => false,
    )
    return renaming
  }

  /** Leaves no spare behind. */
  async close(): Promise<void> {
    await this.retire()
    if (this.#spare && (await this.#spare)) await this.#files.remove(SPARE)
    this.#spare = null
  }

  async #begin(): Promise<Current> {
    const segment = this.#nextSegment++
    const name = segmentName(segment)
    const isSpare = this.#spare !== null && (await this.#spare)
    this.#spare = null
    const file = isSpare ? await this.#files.reuse(SPARE, name) : await this.#files.create(name, this.#segmentBytes)
    this.#current = { segment, file, length: 0 }
    return this.#current
  }

  /** In the background: of a full disk the next write will tell. */
  async #makeSpare(): Promise<boolean> {
    try {
      const file = await this.#files.create(SPARE, this.#segmentBytes)
      await file.close()
      return true
    } catch {
      return false
    }
  }

  async #abandon(current: Current): Promise<void> {
    await current.file.truncate(current.length).catch(error => this.#complain(error, current.segment))
    await this.retire()
    if (current.length > 0) return
    const name = segmentName(current.segment)
    await this.#files.remove(name).catch(error => this.#complain(error, current.segment))
  }

  #complain(error: unknown, segment: number): void {
    this.#log.warn({ error, segment }, 'a segment of the event journal was not put away')
  }
}
