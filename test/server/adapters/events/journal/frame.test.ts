import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { encodeFrame, readFrames } from '../../../../../server/adapters/events/journal/frame.ts'

const payloads = ['{"a":1}', '["路径","🙂"]\n["second"]', 'x'.repeat(300)]
const frames = payloads.map((payload, index) => encodeFrame(index + 1, payload))
const segment = Buffer.concat(frames)
const ends = frames.map((_, index) => Buffer.concat(frames.slice(0, index + 1)).length)
const read = (bytes: Buffer, after = 0) => readFrames(bytes, after).frames.map(({ payload }) => payload)

describe('a segment', () => {
  it('gives back any payload, in order', () => {
    fc.assert(
      fc.property(fc.array(fc.string({ unit: 'grapheme', maxLength: 50 }), { maxLength: 20 }), texts => {
        const bytes = Buffer.concat(texts.map((text, index) => encodeFrame(index + 7, text)))
        const { frames, damage } = readFrames(bytes, 6)
        expect(frames.map(({ payload }) => payload)).toEqual(texts)
        expect(damage).toEqual([])
      }),
    )
  })

  it('cut at any byte keeps every frame before the cut, and nothing of the cut one', () => {
    for (let length = 0; length <= segment.length; length++) {
      const whole = ends.filter(end => end <= length).length
      expect(read(segment.subarray(0, length))).toEqual(payloads.slice(0, whole))
    }
  })

  it('with any one byte changed loses that frame alone', () => {
    for (let at = 0; at < segment.length; at++) {
      const bytes = Buffer.from(segment)
      bytes[at] = (bytes[at] ?? 0) ^ 0x55
      const hit = ends.findIndex(end => at < end)
      expect(read(bytes)).toEqual(payloads.filter((_, index) => index !== hit))
    }
  })

  it('names the bytes that hold no whole frame', () => {
    const bytes = Buffer.concat([frames[0] ?? Buffer.alloc(0), Buffer.from('rubbish'), frames[1] ?? Buffer.alloc(0)])
    const first = ends[0] ?? 0
    expect(readFrames(bytes, 0).damage).toEqual([{ from: first, to: first + 7 }])
  })

  it('does not take a remnant of an older write for a newer frame', () => {
    const bytes = Buffer.concat([encodeFrame(5, 'new'), encodeFrame(3, 'remnant'), encodeFrame(6, 'newer')])
    expect(read(bytes)).toEqual(['new', 'newer'])
    expect(read(encodeFrame(4, 'older than the segment before'), 4)).toEqual([])
  })

  it('reads no frame out of what a visitor sent', () => {
    const forged = encodeFrame(9, 'forged').toString('latin1')
    expect(read(encodeFrame(1, JSON.stringify(forged)))).toEqual([JSON.stringify(forged)])
  })
})
