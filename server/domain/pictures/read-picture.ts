import { IMAGE_LIMIT_SIDE } from '../../../src/contract/access-limits.ts'
import { readJpeg } from './jpeg.ts'
import type { Picture } from './picture.ts'
import { readPng } from './png.ts'
import { readWebp } from './webp.ts'

/** A picture by its own bytes, whatever its sender calls it; `null` where it is none that is shown, or too large a one. */
export function readPicture(bytes: Buffer): Picture | null {
  if (bytes.length < 16) return null
  const picture = readPng(bytes) ?? readJpeg(bytes) ?? readWebp(bytes)
  if (!picture) return null
  const isShown = [picture.width, picture.height].every(side => side >= 1 && side <= IMAGE_LIMIT_SIDE)
  return isShown ? picture : null
}
