import type { Page } from 'playwright-core'

/** What lies beyond the right edge of the window, and words that stick out of their own box; one line each. */
export async function overflow(page: Page): Promise<string[]> {
  return page.evaluate(measure)
}

/** Runs in the page, so that everything it needs is inside. */
function measure(): string[] {
  const width = document.documentElement.clientWidth
  const nameOf = (element: Element) => `${element.tagName.toLowerCase()}.${element.className}`
  const ancestors = (element: Element): Element[] =>
    element.parentElement ? [element, ...ancestors(element.parentElement)] : [element]
  // a row that scrolls sideways, or a line that ends in an ellipsis, may be longer than its place; the page itself may not
  const mayBeLonger = (element: Element) => {
    const style = getComputedStyle(element)
    if (style.textOverflow === 'ellipsis') return true
    return ['auto', 'scroll'].includes(style.overflowX) && !element.matches('html, body, .taro_page')
  }
  const isLoose = (element: Element) => ancestors(element).some(mayBeLonger)
  const isSeen = (box: DOMRect) => box.width > 1 && box.height > 1
  const isShown = (element: Element) => element.checkVisibility({ checkVisibilityCSS: true, checkOpacity: true })

  const beyond = [...document.body.querySelectorAll('*')]
    .filter(element => isShown(element) && isSeen(element.getBoundingClientRect()))
    .filter(element => element.getBoundingClientRect().right > width + 1 && !isLoose(element))
    .map(element => `${nameOf(element)} ends at ${Math.round(element.getBoundingClientRect().right)} of ${width} px`)

  const words: string[] = []
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT)
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    const parent = node.parentElement
    if (!parent || !node.textContent?.trim() || !isShown(parent) || isLoose(parent)) continue
    const range = document.createRange()
    range.selectNodeContents(node)
    const text = range.getBoundingClientRect()
    const tight = ancestors(parent).find(element => {
      const box = element.getBoundingClientRect()
      const isBox = !/^(inline|contents)/.test(getComputedStyle(element).display) && isSeen(box)
      return isBox && (text.right > box.right + 1 || text.left < box.left - 1)
    })
    if (tight && isSeen(text)) words.push(`"${node.textContent.trim()}" sticks out of ${nameOf(tight)}`)
  }
  const page = document.documentElement.scrollWidth
  return [...(page > width ? [`the page is ${page} px wide`] : []), ...beyond, ...words]
}
