import type { Screen, ScreenOptions } from '../support/screen.ts'
import { at, type Demo, front } from './demo.ts'
import { settling } from './settled.ts'
import type { View } from './views.ts'

/** Opens a view as the person it is for and waits until it stands still. */
export async function show(demo: Demo, view: View, options: Partial<ScreenOptions> = {}): Promise<Screen> {
  const screen = view.as === null ? await demo.open(options) : await demo.comeBack(view.as, options)
  // a stranger's own 404 belongs to the view
  if (view.name === 'gone' || view.name === 'invitation-none') screen.expectFault(/404/)
  const { page } = screen
  const { settled } = settling(page)
  await page.goto(at(demo.origin, view.path))
  await front(page)
    .getByText(view.shows[options.locale ?? 'zh-CN'])
    .first()
    .waitFor()
  await settled()
  if (view.act) {
    await view.act(page)
    await settled()
  }
  return screen
}
