import { readFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import path from 'node:path'
import type { BrowserContext } from 'playwright-core'

/** The first Chinese name in the app's own font list: a machine without Chinese fonts then draws the packaged one under it. */
const FAMILY = 'PingFang SC'
const WEIGHTS = [400, 600]
const FOLDER = '/__test-font/'

/** Answers the font's files from `node_modules` and declares them on every page. Text in a canvas takes them too. */
export async function serveChineseFont(context: BrowserContext, origin: string) {
  const manifest = createRequire(import.meta.url).resolve('@fontsource/noto-sans-sc/package.json')
  const files = path.join(path.dirname(manifest), 'files')
  await context.route(
    url => url.pathname.startsWith(FOLDER),
    async route => {
      const name = path.basename(new URL(route.request().url()).pathname)
      await route.fulfill({ body: await readFile(path.join(files, name)), contentType: 'font/woff2' })
    },
  )
  await context.addInitScript(declareFaces, faces(origin))
}

function faces(origin: string) {
  return WEIGHTS.flatMap(weight =>
    ['latin', 'chinese-simplified'].map(subset => ({
      family: FAMILY,
      weight: String(weight),
      source: `url(${origin}${FOLDER}noto-sans-sc-${subset}-${weight}-normal.woff2)`,
    })),
  )
}

function declareFaces(list: { family: string; weight: string; source: string }[]) {
  for (const { family, weight, source } of list) {
    const face = new FontFace(family, source, { weight })
    document.fonts.add(face)
    void face.load()
  }
}
