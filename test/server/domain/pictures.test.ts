import { describe, expect, it } from 'vitest'
import { readPicture } from '../../../server/domain/pictures/read-picture.ts'
import { aJpeg, aPng, aWebp, pngChunk } from '../../support/made-pictures.ts'

const PLACE = Buffer.from('GPS 31.2304 N 121.4737 E')
const exif = Buffer.concat([Buffer.from('Exif\0\0'), PLACE])

describe('a picture', () => {
  it.each([
    ['PNG', aPng(), 'image/png', 8, 8],
    ['JPEG', aJpeg(), 'image/jpeg', 360, 360],
    ['WebP', aWebp(), 'image/webp', 1, 1],
  ])('is known by its own bytes: %s', (_name, bytes, type, width, height) => {
    const picture = readPicture(bytes)
    expect(picture).toMatchObject({ type, width, height })
    expect(picture?.bytes.equals(bytes)).toBe(true)
  })

  it.each([
    ['PNG', aPng({ besides: [pngChunk('eXIf', exif), pngChunk('tEXt', PLACE)] })],
    [
      'JPEG',
      aJpeg([
        { marker: 0xe1, data: exif },
        { marker: 0xfe, data: PLACE },
      ]),
    ],
    [
      'WebP',
      aWebp([
        { name: 'EXIF', data: exif },
        { name: 'XMP ', data: PLACE },
      ]),
    ],
  ])('loses what it tells besides: %s', (_name, bytes) => {
    const picture = readPicture(bytes)
    expect(picture?.bytes.includes(PLACE)).toBe(false)
    expect(readPicture(picture?.bytes ?? Buffer.alloc(0))?.bytes.equals(picture?.bytes ?? Buffer.alloc(0))).toBe(true)
  })

  it.each([
    ['PNG', aPng()],
    ['JPEG', aJpeg()],
    ['WebP', aWebp()],
  ])('loses what stands behind its end: %s', (_name, bytes) => {
    const tail = Buffer.from('<script>alert(1)</script>')
    expect(readPicture(Buffer.concat([bytes, tail]))?.bytes.equals(bytes)).toBe(true)
  })

  it.each([
    ['nothing', Buffer.alloc(0)],
    ['a page', Buffer.from('<!doctype html><html><body>hello</body></html>')],
    ['a drawing', Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"><script>1</script></svg>')],
    ['a GIF', Buffer.from('GIF89a\x01\0\x01\0\x80\0\0\0\0\0\xff\xff\xff;', 'latin1')],
    ['a PNG’s first bytes alone', aPng().subarray(0, 33)],
    ['a PNG that was cut', aPng().subarray(0, -5)],
    ['a PNG with a byte changed', flipped(aPng(), 45)],
    ['a PNG too wide', aPng({ width: 4097 })],
    ['a PNG without width', aPng({ width: 0 })],
    ['a JPEG that was cut', aJpeg().subarray(0, -2)],
    ['a JPEG without a frame', Buffer.concat([Buffer.from([0xff, 0xd8, 0xff, 0xd9]), Buffer.alloc(20)])],
    ['a WebP that was cut', aWebp().subarray(0, -2)],
    ['a moving WebP', aWebp([{ name: 'ANIM', data: Buffer.alloc(6) }])],
  ])('is not %s', (_name, bytes) => {
    expect(readPicture(bytes)).toBeNull()
  })
})

function flipped(bytes: Buffer, at: number): Buffer {
  const copy = Buffer.from(bytes)
  copy[at] = (copy[at] ?? 0) ^ 0xff
  return copy
}
