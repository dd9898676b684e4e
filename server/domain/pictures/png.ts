import { crc32 } from './crc32.ts'
import type { Picture } from './picture.ts'

const SIGNATURE = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a])
/** What a still picture is drawn from; texts, times, EXIF and animation are not among it. */
const KEPT = new Set(['IHDR', 'PLTE', 'tRNS', 'gAMA', 'cHRM', 'sRGB', 'IDAT', 'IEND'])

/** `null` where the bytes are no whole PNG (ISO 15948): each chunk is measured and its checksum compared. */
export function readPng(bytes: Buffer): Picture | null {
  if (!bytes.subarray(0, 8).equals(SIGNATURE)) return null
  const kept: Buffer[] = [SIGNATURE]
  const names: string[] = []
  for (let at = 8; at + 12 <= bytes.length; ) {
    const end = at + 12 + bytes.readUInt32BE(at)
    if (end > bytes.length) return null
    const name = bytes.toString('latin1', at + 4, at + 8)
    if (crc32(bytes.subarray(at + 4, end - 4)) !== bytes.readUInt32BE(end - 4)) return null
    if (KEPT.has(name)) {
      kept.push(bytes.subarray(at, end))
      names.push(name)
    }
    at = end
    if (name === 'IEND') break
  }
  if (names[0] !== 'IHDR' || names.at(-1) !== 'IEND' || !names.includes('IDAT')) return null
  return {
    type: 'image/png',
    bytes: Buffer.concat(kept),
    width: bytes.readUInt32BE(16),
    height: bytes.readUInt32BE(20),
  }
}
