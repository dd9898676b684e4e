import type { Picture } from './picture.ts'

/** Of the flags of `VP8X` only transparency stays true of what is kept. */
const ALPHA = 0x10

interface Chunk {
  name: string
  data: Buffer
}

/** `null` where the bytes are no whole still WebP (RFC 9649). */
export function readWebp(bytes: Buffer): Picture | null {
  if (bytes.toString('latin1', 0, 4) !== 'RIFF' || bytes.toString('latin1', 8, 12) !== 'WEBP') return null
  const chunks = chunksOf(bytes)
  const frame = chunks?.find(({ name }) => name === 'VP8 ' || name === 'VP8L')
  const size = frame ? sizeOf(frame) : null
  if (!chunks || !frame || !size || chunks.some(({ name }) => name === 'ANIM' || name === 'ANMF')) return null
  const extended = chunks.find(({ name }) => name === 'VP8X')
  const alpha = chunks.find(({ name }) => name === 'ALPH')
  const kept = extended && alpha ? [withAlphaAlone(extended), alpha, frame] : [frame]
  const body = Buffer.concat([Buffer.from('WEBP'), ...kept.map(encode)])
  const head = Buffer.from('RIFF\0\0\0\0', 'latin1')
  head.writeUInt32LE(body.length, 4)
  return { type: 'image/webp', bytes: Buffer.concat([head, body]), ...size }
}

function chunksOf(bytes: Buffer): Chunk[] | null {
  const end = 8 + bytes.readUInt32LE(4)
  if (end > bytes.length) return null
  const chunks: Chunk[] = []
  for (let at = 12; at + 8 <= end; ) {
    const length = bytes.readUInt32LE(at + 4)
    if (at + 8 + length > end) return null
    chunks.push({ name: bytes.toString('latin1', at, at + 4), data: bytes.subarray(at + 8, at + 8 + length) })
    at += 8 + length + (length % 2)
  }
  return chunks
}

/** Lossy frames carry 14 bits each after a start code, lossless ones after a signature, less one. */
function sizeOf({ name, data }: Chunk): { width: number; height: number } | null {
  if (name === 'VP8 ') {
    if (data.length < 10 || data.readUIntBE(3, 3) !== 0x9d012a) return null
    return { width: data.readUInt16LE(6) & 0x3fff, height: data.readUInt16LE(8) & 0x3fff }
  }
  if (data.length < 5 || data[0] !== 0x2f) return null
  const bits = data.readUInt32LE(1)
  return { width: (bits & 0x3fff) + 1, height: ((bits >>> 14) & 0x3fff) + 1 }
}

function withAlphaAlone({ name, data }: Chunk): Chunk {
  const copy = Buffer.from(data)
  copy[0] = ALPHA
  return { name, data: copy }
}

function encode({ name, data }: Chunk): Buffer {
  const head = Buffer.from(`${name}\0\0\0\0`, 'latin1')
  head.writeUInt32LE(data.length, 4)
  return Buffer.concat([head, data, Buffer.alloc(data.length % 2)])
}
