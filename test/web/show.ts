import type { Screen, ScreenOptions } from '../support/screen.ts'
import { at, type Demo, front } from './demo.ts'
import type { View } from './views.ts'

/** Opens a view as the person it is for and waits until it stands still. */
export async function show(demo: Demo, view: View, options: Partial<ScreenOptions> = {}): Promise<Screen> {
  const screen = view.as === null ? await demo.open(options) : await demo.enter(view.as, options)
  // a stranger's own 404 belongs to the view
  if (view.name === 'gone') screen.expectFault(/404/)
  const { page } = screen
  await page.goto(at(demo.origin, view.path))
  await front(page)
    .getByText(view.shows[options.locale ?? 'zh-CN'])
    .first()
    .waitFor()
  await page.waitForFunction(() => document.querySelector('.taro_page:last-child [aria-busy="true"]') === null)
  // a page that waits for WeChat asks on and on: it is looked at as it stands
  await page.waitForLoadState('networkidle', { timeout: 6_000 }).catch(() => undefined)
  await view.act?.(page)
  await page.evaluate(() => document.fonts.ready)
  return screen
}
