import { asyncApi, WxFailure } from '../call.ts'
import type { HostContext } from '../context.ts'

interface ToFile {
  canvas?: HTMLCanvasElement
  destWidth?: number
  destHeight?: number
}

/** `wx.canvasToTempFilePath` of a canvas of the page (`type="2d"`): its content stands in `host.shown` as a data address. */
export function pictures(host: HostContext): Record<string, unknown> {
  let count = 0
  return {
    /** Nothing can be drawn here: the file comes back as it was. */
    compressImage: asyncApi(host, 'compressImage', ({ src }: { src: string }) => {
      if (!host.files.has(src)) throw new WxFailure('file doesn’t exist')
      host.shown.push({ name: 'compressImage', options: { src } })
      return { tempFilePath: src }
    }),
    canvasToTempFilePath: asyncApi(host, 'canvasToTempFilePath', ({ canvas, destWidth, destHeight }: ToFile) => {
      if (!canvas?.isConnected) throw new WxFailure('fail canvas is empty')
      const drawn = host.settings.layout ? canvas.toDataURL('image/png') : `strokes:${canvas.dataset.strokes ?? 0}`
      const tempFilePath = `http://tmp/picture-${++count}.png`
      host.shown.push({ name: 'canvasToTempFilePath', options: { tempFilePath, destWidth, destHeight, drawn } })
      return { tempFilePath }
    }),
  }
}
