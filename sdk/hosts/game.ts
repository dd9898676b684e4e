import type { Host, Opening } from '../port.ts'
import { ask, wxHost } from './wx.ts'

/** Mini games have no pages: the game names its scenes with `view`. */
export const game = (): Host =>
  wxHost(life => {
    const opening = ask<Opening>('getLaunchOptionsSync')
    life.launch(opening)
    life.show(opening)
    ask('onShow', life.show)
    ask('onHide', life.hide)
  })
