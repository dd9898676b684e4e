import type { Page } from 'playwright-core'

/** What acts on a tap and is hit on less than 44 px in one direction; one line each. */
export async function smallTargets(page: Page): Promise<string[]> {
  return page.evaluate(measure)
}

/**
 * Runs in the page, so that everything it needs is inside. From the middle of a control it walks to the left and right, up and down, as far as a
 * finger still hits it: what a style adds around a control counts, what lies over it does not.
 */
function measure(): string[] {
  const TOUCH = 44
  const controls = 'button:not([disabled]), a[href], input:not([type=file]), [role=button], [role=switch], [role=link]'

  const isHit = (control: Element, x: number, y: number) => {
    const there = document.elementFromPoint(x, y)
    return there !== null && (control === there || control.contains(there))
  }
  const reach = (control: Element, x: number, y: number, dx: number, dy: number) => {
    let length = 0
    while (length < TOUCH && isHit(control, x + dx * (length + 1), y + dy * (length + 1))) length += 1
    return length
  }
  const found: string[] = []
  for (const control of document.querySelectorAll(controls)) {
    if (!control.checkVisibility({ checkVisibilityCSS: true })) continue
    control.scrollIntoView({ block: 'center', inline: 'center' })
    const box = control.getBoundingClientRect()
    const [x, y] = [box.left + box.width / 2, box.top + box.height / 2]
    // below a sheet, or scrolled away
    if (!isHit(control, x, y)) continue
    const width = reach(control, x, y, -1, 0) + reach(control, x, y, 1, 0) + 1
    const height = reach(control, x, y, 0, -1) + reach(control, x, y, 0, 1) + 1
    if (width >= TOUCH && height >= TOUCH) continue
    const name = control.getAttribute('aria-label') ?? control.textContent ?? ''
    found.push(`${control.className} "${name.slice(0, 40)}" is hit on ${width} × ${height} px`)
  }
  return found
}
