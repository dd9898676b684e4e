import { readFile, writeFile } from 'node:fs/promises'

const PAGE = 'docs/performance.md'
const MEASURED = /(<!-- measured -->\n)[\s\S]*?(<!-- \/measured -->)/

/** Puts what was measured between the marks of `docs/performance.md`. @throws when the page has lost its marks */
export async function writePerformancePage(measured: string): Promise<void> {
  const page = await readFile(PAGE, 'utf8')
  if (!MEASURED.test(page)) throw new Error(`${PAGE} has no <!-- measured --> and <!-- /measured -->`)
  await writeFile(
    PAGE,
    page.replace(MEASURED, (_, open: string, close: string) => `${open}\n${measured}\n\n${close}`),
  )
}
