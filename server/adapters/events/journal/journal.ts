import { EventStoreUnavailable } from '../../../ports/events.ts'
import type { Log } from '../../../ports/log.ts'
import { Backlog, type Group } from './backlog.ts'
import type { SegmentFiles } from './files.ts'
import { type Frame, frameAt } from './frame.ts'
import { GroupCommit } from './group-commit.ts'
import { type JournalLimits, journalLimits } from './limits.ts'
import { replay } from './replay.ts'
import { Room } from './room.ts'
import { segmentName, segmentNumbers } from './segment-name.ts'
import { Segments } from './segments.ts'

/** How a record becomes one line of text, and a record again. */
export interface Codec<T> {
  encode(record: T): string
  /** @throws when the line is none of ours */
  decode(line: string): T
}

/** Records to drain, the oldest first. */
export interface Taken<T> {
  records: T[]
  /** They are where they stay: the journal may forget them. */
  done(): Promise<void>
}

export interface JournalOptions<T> {
  files: SegmentFiles
  codec: Codec<T>
  log: Log
  limits?: Partial<JournalLimits>
  /** Hears each record that an earlier process left, in order, before the journal takes new ones. */
  onReplayed?(record: T): void
}

/** Append-only: a record is durable when `append` resolves, and kept until whoever drains says that it has it. */
export class Journal<T> {
  readonly #files: SegmentFiles
  readonly #codec: Codec<T>
  readonly #log: Log
  readonly #limits: JournalLimits
  readonly #backlog: Backlog<T>
  readonly #segments: Segments
  readonly #commits: GroupCommit<{ record: T; text: string }, void>
  readonly #room: Room
  /** Segments that are still there, oldest first. */
  #kept: number[]

  private constructor(
    { files, codec, log }: JournalOptions<T>,
    limits: JournalLimits,
    backlog: Backlog<T>,
    last: Last,
  ) {
    this.#files = files
    this.#codec = codec
    this.#log = log
    this.#limits = limits
    this.#backlog = backlog
    this.#kept = last.segments
    this.#segments = new Segments(files, log, limits.segmentBytes, last)
    this.#room = new Room(files, limits.reserveBytes)
    this.#commits = new GroupCommit(group => this.#write(group), limits)
  }

  /** Replays what an earlier process left, then takes more. */
  static async open<T>(options: JournalOptions<T>): Promise<Journal<T>> {
    const limits = { ...journalLimits, ...options.limits }
    const backlog = new Backlog<T>(limits.heldCharacters)
    const last = await replay(options.files, options.log, (segment, frame) => {
      const records = recordsOf(options, segment, frame)
      for (const record of records) options.onReplayed?.(record)
      backlog.push({ segment, from: frame.from, to: frame.to }, records, frame.payload.length)
    })
    return new Journal(options, limits, backlog, last)
  }

  /** Whether a folder holds what an earlier process could not drain. */
  static async isLeft(files: SegmentFiles): Promise<boolean> {
    return segmentNumbers(await files.names()).length > 0
  }

  /** Records that wait to be drained. */
  get waiting(): number {
    return this.#backlog.records
  }

  /** Resolves once the record is durable. @throws EventStoreUnavailable */
  append(record: T): Promise<void> {
    const { records, bytes } = this.#backlog
    if (records >= this.#limits.records || bytes >= this.#limits.diskBytes) return Promise.reject(overfull())
    const text = this.#codec.encode(record)
    return this.#commits.append({ record, text }, text.length)
  }

  /** The oldest records, about so many bytes of them; `null` when there are none. The same again until they are done. */
  async take(bytes: number): Promise<Taken<T> | null> {
    const groups = this.#backlog.oldest(bytes)
    if (groups.length === 0) return null
    const taken: T[] = []
    for (const group of groups) for (const record of group.held ?? (await this.#reread(group))) taken.push(record)
    return {
      records: taken,
      done: async () => {
        this.#backlog.drop(groups)
        await this.#forget()
      },
    }
  }

  /** Resolves when everything that was asked for is durable or refused. */
  idle(): Promise<void> {
    return this.#commits.idle()
  }

  /** Lets go of a segment of which everything was drained, so that nothing old is ever replayed. */
  async tidy(): Promise<void> {
    await this.#commits.alone(async () => {
      if (this.#backlog.isEmpty) await this.#segments.retire()
    })
    await this.#forget()
  }

  /** Begins anew: what stands there now is off the disk, byte by byte, when it was drained and the journal is tidied. */
  renounce(): Promise<void> {
    return this.#commits.alone(() => this.#segments.renounce())
  }

  /** Waits for what is under way; what was not drained stays for the next process. */
  async close(): Promise<void> {
    await this.tidy()
    await this.#commits.alone(() => this.#segments.close())
  }

  async #write(group: { record: T; text: string }[]): Promise<readonly undefined[]> {
    await this.#room.check()
    const payload = group.map(({ text }) => text).join('\n')
    const place = await this.#segments.append(payload)
    if (this.#kept.at(-1) !== place.segment) this.#kept.push(place.segment)
    this.#backlog.push(
      place,
      group.map(({ record }) => record),
      payload.length,
    )
    return NOTHING
  }

  async #reread(group: Group<T>): Promise<T[]> {
    const bytes = await this.#files.readPart(segmentName(group.segment), group.from, group.to)
    const frame = frameAt(bytes, 0)
    if (frame) return recordsOf({ codec: this.#codec, log: this.#log }, group.segment, frame)
    this.#log.error(
      { segment: group.segment, from: group.from },
      'the event journal is damaged: what stood there is lost',
    )
    return []
  }

  /** Removes the segments of which everything was drained. */
  async #forget(): Promise<void> {
    const needed = this.#backlog.oldestSegment ?? this.#segments.current ?? Number.POSITIVE_INFINITY
    while (this.#kept.length > 0 && (this.#kept[0] ?? 0) < needed) {
      const segment = this.#kept.shift() ?? 0
      await this.#segments.recycle(segment).catch(error => {
        if (error.code !== 'ENOENT') this.#log.warn({ error, segment }, 'a drained segment was not removed')
      })
    }
  }
}

/** A journal has nothing to say but that it is done. */
const NOTHING: readonly undefined[] = []

interface Last {
  segment: number
  sequence: number
  segments: number[]
}

function recordsOf<T>({ codec, log }: Pick<JournalOptions<T>, 'codec' | 'log'>, segment: number, frame: Frame): T[] {
  return frame.payload.split('\n').flatMap(line => {
    try {
      return [codec.decode(line)]
    } catch (error) {
      log.error({ error, segment, from: frame.from }, 'the event journal holds a record that nobody can read')
      return []
    }
  })
}

const overfull = () => new EventStoreUnavailable('more events wait for the event store than it takes', 5)
