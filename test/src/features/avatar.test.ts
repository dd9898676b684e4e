import { describe, expect, it } from 'vitest'
import { ApiError } from '../../../src/api/api-error.ts'
import { IMAGE_LIMIT_BYTES } from '../../../src/contract/access-limits.ts'
import { pictureFault, pictureRefusal } from '../../../src/features/profile/avatar-model.ts'
import { imageTypeOf } from '../../../src/lib/image-type.ts'
import { aJpeg, aPng, aWebp } from '../../support/made-pictures.ts'

const bytes = (content: Uint8Array): ArrayBuffer => Uint8Array.from(content).buffer
const heavy = (size: number) => bytes(Buffer.concat([aPng(), Buffer.alloc(size)]).subarray(0, size))

describe('what a file is, by its own bytes', () => {
  it.each([
    ['image/png', aPng()],
    ['image/jpeg', aJpeg()],
    ['image/webp', aWebp()],
    [null, Buffer.from('GIF89a and more of it')],
    [null, Buffer.from('<svg onload="alert(1)"/>')],
    [null, Buffer.from('RIFF....WAVEfmt ')],
    [null, Buffer.alloc(0)],
  ])('%s', (type, content) => expect(imageTypeOf(bytes(content))).toBe(type))
})

describe('a picture that was chosen', () => {
  it.each([
    ['a good one', bytes(aPng()), null],
    ['just as heavy as it may be', heavy(IMAGE_LIMIT_BYTES), null],
    ['one byte more', heavy(IMAGE_LIMIT_BYTES + 1), '图片太大：头像最多 256 KB。换一张小一点的，或先裁剪压缩。'],
    ['something else', bytes(Buffer.from('%PDF-1.7')), '这个文件不是能用的图片：请选 PNG、JPEG 或 WebP。'],
    ['one that could not be read', null, '没能读到这张图片，换一张试试。'],
  ])('%s', (_what, content, words) => expect(pictureFault(content, 'zh-CN')).toBe(words))
})

describe('a picture that the server did not take', () => {
  const issues = [{ path: '', code: 'picture', message: 'At most 4096 pixels a side' }]
  it.each([
    [
      new ApiError({ code: 'too_large', status: 413 }),
      'Too large: a picture has at most 256 KB. Choose a smaller one, or crop it first.',
    ],
    [new ApiError({ code: 'invalid', status: 422, issues }), 'At most 4096 pixels a side'],
    [
      new ApiError({ code: 'invalid', status: 422 }),
      'This file is no picture that can be used: choose a PNG, JPEG or WebP.',
    ],
    [new ApiError({ code: 'internal', status: 500 }), 'That did not work, please try again.'],
    [new Error('offline'), 'You are offline'],
  ])('%s', (error, words) => expect(pictureRefusal(error, 'en')).toBe(words))
})
