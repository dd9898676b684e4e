import { Canvas } from '@tarojs/components'
import Taro from '@tarojs/taro'
import { AlbumClosed, PICTURE_SCALE, type PictureJob, type Shared } from './picture.types'

export { AlbumClosed, type Laid, type PictureJob, type Shared } from './picture.types'

const PLACE = 'picture-canvas'

/** Where pictures are drawn, out of sight: `canvasToTempFilePath` takes a canvas of the page, not every off-screen one. */
export function PictureCanvas() {
  return <Canvas type="2d" id={PLACE} canvasId={PLACE} className="da-picture" />
}

const canvasOfPage = () =>
  new Promise<HTMLCanvasElement | null>(resolve => {
    Taro.createSelectorQuery()
      .select(`#${PLACE}`)
      .fields({ node: true })
      .exec(found => resolve((found as [{ node?: HTMLCanvasElement } | null])[0]?.node ?? null))
  })

const saysOf = (error: unknown) => String((error as { errMsg?: unknown } | null)?.errMsg ?? '')

/**
 * Draws a picture and opens WeChat's menu for it (send, save, keep); before base library 2.14.3 it goes to the album.
 * Throws `AlbumClosed` without the right to the album, and an error when it cannot be drawn.
 */
export async function sharePicture({ name, layOut }: PictureJob): Promise<Shared> {
  const canvas = await canvasOfPage()
  const brush = canvas?.getContext('2d') ?? null
  if (canvas === null || brush === null) throw new Error(`no canvas to draw ${name} on`)
  const { width, height, paint } = layOut(brush, 'sans-serif')
  canvas.width = width * PICTURE_SCALE
  canvas.height = height * PICTURE_SCALE
  brush.scale(PICTURE_SCALE, PICTURE_SCALE)
  paint(brush)
  const { tempFilePath } = await Taro.canvasToTempFilePath({
    canvas: canvas as unknown as Taro.Canvas,
    fileType: 'png',
    destWidth: width * PICTURE_SCALE,
    destHeight: height * PICTURE_SCALE,
  })
  if (Taro.canIUse('showShareImageMenu')) {
    // an entrance to the mini program is for a few trades only; asked for elsewhere, WeChat refuses the whole menu
    const option = { path: tempFilePath, needShowEntrance: false }
    try {
      await Taro.showShareImageMenu(option)
      return 'shared'
    } catch (error) {
      if (/cancel/.test(saysOf(error))) return 'closed'
    }
  }
  try {
    await Taro.saveImageToPhotosAlbum({ filePath: tempFilePath })
    return 'saved'
  } catch (error) {
    if (/cancel/.test(saysOf(error))) return 'closed'
    if (/auth|privacy|permission/.test(saysOf(error))) throw new AlbumClosed(`the album did not take ${name}`)
    throw error
  }
}
