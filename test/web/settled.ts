import { setTimeout as sleep } from 'node:timers/promises'
import type { Page } from 'playwright-core'

const PATIENCE = 30_000
const STEP = 50
/** Looks in a row that find the page at rest: what an answer brings may ask again at once. */
const QUIET = 4

/**
 * Hears what a page asks from now on. `settled` waits until everything was answered once, nothing says that it is busy and no skeleton stands for a value.
 * A page that waits for WeChat asks the same again and again; only the first answer to each question counts.
 */
export function settling(page: Page): { settled: () => Promise<void> } {
  const asked = new Map<string, boolean>()
  const over = (question: string) => void asked.set(question, true)
  const questionOf = (request: { method: () => string; url: () => string }) => `${request.method()} ${request.url()}`
  page.on('request', request => {
    const question = questionOf(request)
    if (!asked.get(question)) asked.set(question, false)
  })
  page.on('requestfinished', request => over(questionOf(request)))
  page.on('requestfailed', request => over(questionOf(request)))
  const open = () => [...asked].filter(([, isOver]) => !isOver).map(([question]) => question)
  return {
    async settled() {
      const deadline = performance.now() + PATIENCE
      for (let quiet = 0; quiet < QUIET; ) {
        const waits = [...open(), ...(await page.evaluate(unfinished))]
        quiet = waits.length === 0 ? quiet + 1 : 0
        if (performance.now() > deadline) throw new Error(`${page.url()} never stands still: ${waits.join(', ')}`)
        await sleep(STEP)
      }
      await page.evaluate(() => document.fonts.ready)
    },
  }
}

/** Runs in the page: what stands for something that is still to come. */
function unfinished(): string[] {
  const front = [...document.querySelectorAll<HTMLElement>('.taro_page')]
    .filter(one => one.offsetParent !== null)
    .at(-1)
  return [...(front?.querySelectorAll('[aria-busy="true"], .da-sk') ?? [])].map(one => `.${one.className}`)
}
