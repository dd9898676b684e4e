import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import type { Result, RunOptions } from 'axe-core'
import type { Page } from 'playwright-core'

const source = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8')

const OPTIONS: RunOptions = {
  runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa'],
  // experimental, so not on by itself: what is read aloud begins with what is seen (WCAG 2.5.3)
  rules: { 'label-content-name-mismatch': { enabled: true } },
  // what passes need not be described: that takes longer than finding out
  resultTypes: ['violations'],
}

/** The rules that look at colours; all others read the document. */
const COLOURS: RunOptions = {
  ...OPTIONS,
  runOnly: { type: 'rule', values: ['color-contrast', 'link-in-text-block'] },
}

interface AxeWindow extends Window {
  axe?: { run: (context: Document, options: RunOptions) => Promise<{ violations: Result[] }> }
  /** The document that axe has judged, apart from its colours. */
  judged?: string
}

/**
 * What axe finds against WCAG 2.1 A and AA, one line a place. Asked again about the same document, in another theme for instance,
 * it looks at the colours alone.
 */
export async function axeFindings(page: Page): Promise<string[]> {
  // evaluated by the debugger, so that the page's own policy need not allow it
  if (await page.evaluate(lacksAxe)) await page.evaluate(source)
  const violations = await page.evaluate(judge, { whole: OPTIONS, colours: COLOURS })
  return violations.flatMap(({ id, nodes }) =>
    nodes.map(node => `${id}: ${node.target.join(' ')} (${node.any[0]?.message ?? node.failureSummary ?? ''})`),
  )
}

function lacksAxe() {
  return !(window as AxeWindow).axe
}

/** Runs in the page. */
async function judge({ whole, colours }: { whole: RunOptions; colours: RunOptions }): Promise<Result[]> {
  const here = window as AxeWindow
  const document = here.document
  const markup = document.body.outerHTML
  const found = await here.axe?.run(document, here.judged === markup ? colours : whole)
  here.judged = markup
  return found?.violations ?? []
}
