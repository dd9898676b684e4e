import { save } from './download.h5'
import { PICTURE_SCALE, type PictureJob, type Shared } from './picture.types'

export { AlbumClosed, type Laid, type PictureJob, type Shared } from './picture.types'

/** Where a mini program draws; a browser needs no place for it. */
export function PictureCanvas(): null {
  return null
}

/** The app's own list of fonts, in which it finds its Chinese ones. */
const fontFamily = () =>
  getComputedStyle(document.documentElement).getPropertyValue('--font').replace(/\s+/g, ' ').trim() || 'sans-serif'

/** Draws a picture and hands it to the device's share menu; where there is none, to its downloads. Throws when it cannot be drawn. */
export async function sharePicture({ name, layOut }: PictureJob): Promise<Shared> {
  const canvas = document.createElement('canvas')
  const brush = canvas.getContext('2d')
  if (brush === null) throw new Error(`no canvas to draw ${name} on`)
  const { width, height, paint } = layOut(brush, fontFamily())
  canvas.width = width * PICTURE_SCALE
  canvas.height = height * PICTURE_SCALE
  brush.scale(PICTURE_SCALE, PICTURE_SCALE)
  paint(brush)
  const content = await new Promise<Blob | null>(resolve => canvas.toBlob(resolve, 'image/png'))
  if (content === null) throw new Error(`the browser made no picture of ${name}`)
  const files = [new File([content], name, { type: 'image/png' })]
  if (!navigator.canShare?.({ files })) {
    save(content, name)
    return 'saved'
  }
  try {
    await navigator.share({ files })
    return 'shared'
  } catch (error) {
    if (error instanceof DOMException && error.name === 'AbortError') return 'closed'
    // some browsers promise more than they keep
    save(content, name)
    return 'saved'
  }
}
