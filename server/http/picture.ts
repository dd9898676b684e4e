import { IMAGE_LIMIT_BYTES } from '../../src/contract/access-limits.ts'
import { imageTypes } from '../../src/contract/images.ts'

/** The answer of a route that shows a picture. */
export interface PictureAnswer {
  type: string
  bytes: Buffer
}

/** What an uploaded body may weigh. */
export const UPLOAD_LIMIT_BYTES = IMAGE_LIMIT_BYTES

/** How OpenAPI names a picture, in either direction. */
export const pictureContent = Object.fromEntries(
  imageTypes.map(type => [type, { schema: { type: 'string', contentMediaType: type } }]),
)

/** The body of an upload. */
export const bytesOf = (body: unknown): Buffer => (Buffer.isBuffer(body) ? body : Buffer.alloc(0))
