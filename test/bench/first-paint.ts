import type { Page } from 'playwright-core'
import { front, openDemo } from '../web/demo.ts'
import { type Figure, figure, median, milliseconds } from './table.ts'

const THROTTLE = 4
const ROUNDS = 7

/**
 * The web app's first contentful paint (architecture.md, Budgets) on a processor slowed down four times, with nothing in
 * the browser's cache: of somebody's first visit, and of an admin who comes back.
 */
export async function firstPaint(): Promise<Figure[]> {
  const demo = await openDemo()
  try {
    const first = await visits(async () => (await demo.open()).page)
    await (await demo.comeBack('admin')).context.close()
    const back = await visits(async () => (await demo.comeBack('admin')).page)
    const detail = (shown: number) => `median of ${ROUNDS}; no skeleton left after ${milliseconds(shown)}`
    return [
      paint('first contentful paint of a first visit, processor slowed 4 ×', first.paint, detail(first.shown)),
      paint('first contentful paint of an admin who comes back', back.paint, detail(back.shown)),
    ]
  } finally {
    await demo.close()
  }

  async function visits(arrive: () => Promise<Page>) {
    const times: { paint: number; shown: number }[] = []
    for (let round = 0; round < ROUNDS; round++) {
      const page = await arrive()
      times.push(await visit(page, demo.origin))
      await page.context().close()
    }
    return { paint: median(times.map(({ paint }) => paint)), shown: median(times.map(({ shown }) => shown)) }
  }
}

/** Loads the web app anew in this page, out of nothing but its storage; ms since the navigation began. */
async function visit(page: Page, origin: string) {
  const session = await page.context().newCDPSession(page)
  await page.goto('about:blank')
  await session.send('Network.enable')
  await session.send('Network.setCacheDisabled', { cacheDisabled: true })
  await session.send('Emulation.setCPUThrottlingRate', { rate: THROTTLE })
  await page.goto(origin)
  await front(page).waitFor()
  await page.waitForFunction(() => document.querySelector('.da-sk') === null)
  return page.evaluate(async () => {
    const shown = performance.now()
    const entry = await new Promise<PerformanceEntry | undefined>(resolve => {
      new PerformanceObserver(list => resolve(list.getEntriesByName('first-contentful-paint')[0])).observe({
        type: 'paint',
        buffered: true,
      })
    })
    return { paint: entry?.startTime ?? Number.NaN, shown }
  })
}

const paint = (name: string, ms: number, detail: string) => figure(name, ms, { atMost: 1000 }, milliseconds, detail)
