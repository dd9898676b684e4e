import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import type { AxeResults } from 'axe-core'
import type { Page } from 'playwright-core'

const source = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8')

const OPTIONS = {
  runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa'],
  // takes the hidden letter of an avatar for a part of the label
  rules: { 'label-content-name-mismatch': { enabled: false } },
}

/** What axe finds against WCAG 2.1 A and AA, one line a place. */
export async function axeFindings(page: Page): Promise<string[]> {
  // evaluated by the debugger, so that the page's own policy need not allow it
  await page.evaluate(source)
  const { violations } = (await page.evaluate(`axe.run(document, ${JSON.stringify(OPTIONS)})`)) as AxeResults
  return violations.flatMap(({ id, nodes }) =>
    nodes.map(node => `${id}: ${node.target.join(' ')} (${node.any[0]?.message ?? node.failureSummary ?? ''})`),
  )
}

/** How many px of the page lie beyond the right edge, and whose they are. */
export async function overflow(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const width = document.documentElement.clientWidth
    const isScrolled = (element: Element): boolean => {
      const parent = element.parentElement
      if (!parent) return false
      return ['auto', 'scroll', 'hidden', 'clip'].includes(getComputedStyle(parent).overflowX) || isScrolled(parent)
    }
    const wide = [...document.body.querySelectorAll('*')].filter(element => {
      const box = element.getBoundingClientRect()
      return box.width > 0 && box.right > width + 0.5 && !isScrolled(element)
    })
    const names = wide.map(
      element =>
        `${element.tagName.toLowerCase()}.${element.className} ends at ${element.getBoundingClientRect().right}`,
    )
    return document.documentElement.scrollWidth > width
      ? [`the page is ${document.documentElement.scrollWidth} px wide`, ...names]
      : names
  })
}
