import type { Picture } from './picture.ts'

const SOI = 0xd8
const EOI = 0xd9
const SOS = 0xda
/** Baseline, extended and progressive frames: what phones and browsers draw. */
const FRAMES = new Set([0xc0, 0xc1, 0xc2])
/** JFIF, Adobe's colour mark, tables and frames. EXIF, XMP, profiles and comments are not among it. */
const KEPT = new Set([0xe0, 0xee, 0xdb, 0xc4, 0xdd, SOS, ...FRAMES])

/** `null` where the bytes are no whole JPEG (ITU T.81): every segment is measured, up to the end mark. */
export function readJpeg(bytes: Buffer): Picture | null {
  if (bytes[0] !== 0xff || bytes[1] !== SOI) return null
  const kept: Buffer[] = [bytes.subarray(0, 2)]
  let size: { width: number; height: number } | null = null
  for (let at = 2; at + 1 < bytes.length; ) {
    const marker = bytes[at + 1] ?? 0
    if (bytes[at] !== 0xff) return null
    if (marker === 0xff) {
      at += 1
      continue
    }
    if (marker === EOI) {
      kept.push(bytes.subarray(at, at + 2))
      return size && { type: 'image/jpeg', bytes: Buffer.concat(kept), ...size }
    }
    if (at + 4 > bytes.length) return null
    const length = bytes.readUInt16BE(at + 2)
    const head = at + 2 + length
    if (length < 2 || head > bytes.length) return null
    if (FRAMES.has(marker)) {
      if (length < 8) return null
      size = { height: bytes.readUInt16BE(at + 5), width: bytes.readUInt16BE(at + 7) }
    }
    const end = marker === SOS ? endOfScan(bytes, head) : head
    if (KEPT.has(marker)) kept.push(bytes.subarray(at, end))
    at = end
  }
  return null
}

/** Coded data goes on until a marker that is neither a stuffed byte nor a restart. */
function endOfScan(bytes: Buffer, from: number): number {
  for (let at = from; at + 1 < bytes.length; at++) {
    const next = bytes[at + 1] ?? 0
    if (bytes[at] === 0xff && next !== 0 && (next < 0xd0 || next > 0xd7)) return at
  }
  return bytes.length
}
