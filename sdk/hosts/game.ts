import type { Host, Life, Opening } from '../port.ts'
import { type Handlers, hook } from './hook.ts'
import { ask, wxHost } from './wx.ts'

declare const wx: Handlers

/** Mini games have no pages: the game names its scenes with `view`. */
export const game = (): Host =>
  wxHost(life => {
    const opening = ask<Opening>('getLaunchOptionsSync')
    life.launch(opening)
    life.show(opening)
    ask('onShow', life.show)
    ask('onHide', life.hide)
    hookShare(life)
  })

/** By a button of the game, and from WeChat's menu where the game has a card for it. */
function hookShare(life: Life) {
  hook(wx, 'shareAppMessage', life.share)
  hook(wx, 'onShareAppMessage', (make, _, args) => {
    const card = { make }
    hook(card, 'make', life.share)
    args[0] = card.make
  })
}
