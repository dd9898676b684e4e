import type { ImageType } from '../../../src/contract/images.ts'

/** A still picture, checked part by part; what it carries besides (place, camera, comments, anything behind its end) is gone. */
export interface Picture {
  type: ImageType
  bytes: Buffer
  width: number
  height: number
}
