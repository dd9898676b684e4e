import { crc32, deflateSync } from 'node:zlib'
import { codeImage } from '../../server/sandbox/routes/code-image.ts'

/** A chunk of a PNG with its checksum. */
export function pngChunk(name: string, data: Buffer): Buffer {
  const named = Buffer.concat([Buffer.from(name), data])
  const [length, sum] = [Buffer.alloc(4), Buffer.alloc(4)]
  length.writeUInt32BE(data.length)
  sum.writeUInt32BE(crc32(named))
  return Buffer.concat([length, named, sum])
}

/** A grey PNG, with whatever chunks besides before its end. */
export function aPng({ width = 8, height = 8, besides = [] as Buffer[] } = {}): Buffer {
  const head = Buffer.alloc(13)
  head.writeUInt32BE(width, 0)
  head.writeUInt32BE(height, 4)
  head[8] = 8
  const rows = deflateSync(Buffer.alloc(Math.min(height, 64) * (Math.min(width, 64) + 1)))
  const signature = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a])
  return Buffer.concat([
    signature,
    pngChunk('IHDR', head),
    ...besides,
    pngChunk('IDAT', rows),
    pngChunk('IEND', Buffer.alloc(0)),
  ])
}

/** A true JPEG, with whatever segments besides behind its start. */
export function aJpeg(besides: { marker: number; data: Buffer }[] = []): Buffer {
  const plain = Buffer.from(codeImage('a picture'))
  const segments = besides.map(({ marker, data }) => {
    const head = Buffer.from([0xff, marker, 0, 0])
    head.writeUInt16BE(data.length + 2, 2)
    return Buffer.concat([head, data])
  })
  return Buffer.concat([plain.subarray(0, 2), ...segments, plain.subarray(2)])
}

/** One pixel, lossless, with whatever chunks besides. */
export function aWebp(besides: { name: string; data: Buffer }[] = []): Buffer {
  const plain = Buffer.from('UklGRhoAAABXRUJQVlA4TA0AAAAvAAAAEAcQERGIiP4HAA==', 'base64')
  const chunks = besides.map(({ name, data }) => {
    const head = Buffer.from(`${name}\0\0\0\0`, 'latin1')
    head.writeUInt32LE(data.length, 4)
    return Buffer.concat([head, data, Buffer.alloc(data.length % 2)])
  })
  const whole = Buffer.concat([plain, ...chunks])
  whole.writeUInt32LE(whole.length - 8, 4)
  return whole
}
