import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import type { AxeResults } from 'axe-core'
import type { Page } from 'playwright-core'

const source = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8')

const OPTIONS = {
  runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa'],
  // experimental, so not on by itself: what is read aloud begins with what is seen (WCAG 2.5.3)
  rules: { 'label-content-name-mismatch': { enabled: true } },
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
