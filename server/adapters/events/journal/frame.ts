import { crc32 } from 'node:zlib'

/**
 * One group of records as it lies in a segment: magic, checksum of all that follows, length of the payload, sequence,
 * payload. The payload is UTF-8, in which no byte is 0xFF: the magic is found again behind any damage, and nobody who
 * sends events can forge it.
 */
const MAGIC = Buffer.from([0xff, 0x44, 0x4a, 0xff])
const CHECKSUM_AT = 4
const LENGTH_AT = 8
const SEQUENCE_AT = 12
export const FRAME_HEAD_BYTES = 20
/** Longer is damage: no group is allowed to become so long. */
export const LONGEST_PAYLOAD_BYTES = 64 * 1024 * 1024

export interface Frame {
  /** Rises with each group that was ever written. */
  sequence: number
  payload: string
  /** Bytes of the segment that the frame takes, from here … */
  from: number
  /** … up to here, not counted. */
  to: number
}

/** Bytes of a segment in which no whole frame stands. */
export interface Damage {
  from: number
  to: number
}

export function encodeFrame(sequence: number, payload: string): Buffer {
  const length = Buffer.byteLength(payload)
  const frame = Buffer.allocUnsafe(FRAME_HEAD_BYTES + length)
  MAGIC.copy(frame)
  frame.writeUInt32LE(length, LENGTH_AT)
  frame.writeBigUInt64LE(BigInt(sequence), SEQUENCE_AT)
  frame.write(payload, FRAME_HEAD_BYTES)
  frame.writeUInt32LE(crc32(frame.subarray(LENGTH_AT)), CHECKSUM_AT)
  return frame
}

/**
 * Every whole frame of a segment in order, and what lies between and behind them. A frame that is not newer than the
 * one before it is a remnant of a write that failed, and counts as damage.
 * @param after the sequence before the segment
 */
export function readFrames(segment: Buffer, after: number): { frames: Frame[]; damage: Damage[] } {
  const frames: Frame[] = []
  const damage: Damage[] = []
  let last = after
  let end = 0
  for (let at = segment.indexOf(MAGIC); at >= 0; ) {
    const frame = frameAt(segment, at)
    if (frame && frame.sequence > last) {
      if (at > end) damage.push({ from: end, to: at })
      frames.push(frame)
      last = frame.sequence
      end = frame.to
    }
    at = segment.indexOf(MAGIC, frame && frame.to === end ? end : at + 1)
  }
  if (end < segment.length) damage.push({ from: end, to: segment.length })
  return { frames, damage }
}

/** Whether a frame newer than the last one was begun behind it; else the rest of a segment was only never used. */
export function isTorn(segment: Buffer, from: number, last: number): boolean {
  const head = segment.subarray(from, from + FRAME_HEAD_BYTES)
  if (head.length === 0 || !MAGIC.subarray(0, head.length).equals(head.subarray(0, MAGIC.length))) return false
  return head.length < FRAME_HEAD_BYTES || Number(head.readBigUInt64LE(SEQUENCE_AT)) > last
}

/** The frame that begins at a magic, or `null` when it is not whole. */
export function frameAt(segment: Buffer, from: number): Frame | null {
  if (segment.length - from < FRAME_HEAD_BYTES) return null
  const length = segment.readUInt32LE(from + LENGTH_AT)
  const to = from + FRAME_HEAD_BYTES + length
  if (length > LONGEST_PAYLOAD_BYTES || to > segment.length) return null
  if (crc32(segment.subarray(from + LENGTH_AT, to)) !== segment.readUInt32LE(from + CHECKSUM_AT)) return null
  const sequence = Number(segment.readBigUInt64LE(from + SEQUENCE_AT))
  return { sequence, payload: segment.toString('utf8', from + FRAME_HEAD_BYTES, to), from, to }
}
