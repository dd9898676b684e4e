import type { Log } from '../../../ports/log.ts'
import type { SegmentFiles } from './files.ts'
import { type Frame, isTorn, readFrames } from './frame.ts'
import { SPARE, segmentName, segmentNumbers } from './segment-name.ts'

/**
 * Reads the segments that an earlier process left, oldest first. The torn tail of a write that nobody was told about is
 * cut off; what was damaged between whole frames is said and passed over. Segments without a frame are removed.
 * @returns the newest segment and sequence that there were, and the segments that are still there
 */
export async function replay(
  files: SegmentFiles,
  log: Log,
  take: (segment: number, frame: Frame) => void,
): Promise<{ segment: number; sequence: number; segments: number[] }> {
  const names = await files.names()
  // what stands in it may be newer than what is written from now on
  if (names.includes(SPARE)) await files.remove(SPARE)
  const numbers = segmentNumbers(names)
  const segments: number[] = []
  let sequence = 0
  for (const segment of numbers) {
    const name = segmentName(segment)
    const bytes = await files.read(name)
    const { frames, damage } = readFrames(bytes, sequence)
    const end = frames.at(-1)?.to ?? 0
    for (const { from, to } of damage) {
      const facts = { segment, from, bytes: to - from }
      if (from < end) log.error(facts, 'the event journal is damaged: what stood there is lost')
      else if (isTorn(bytes, from, frames.at(-1)?.sequence ?? sequence))
        log.warn(facts, 'the event journal ended in the middle of a write: its tail was cut off')
    }
    if (end === 0) await files.remove(name)
    else if (end < bytes.length) await files.truncate(name, end)
    if (end > 0) segments.push(segment)
    for (const frame of frames) {
      sequence = frame.sequence
      take(segment, frame)
    }
  }
  return { segment: numbers.at(-1) ?? 0, sequence, segments }
}
