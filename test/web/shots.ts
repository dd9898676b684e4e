import { mkdir, rm, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { ROOT } from '../arch/sources.ts'
import type { ScreenOptions } from '../support/screen.ts'
import { openDemo } from './demo.ts'
import { show } from './show.ts'
import { views } from './views.ts'

/**
 * `npm run shots`: a picture of every view, wide and narrow, light and dark, into `shots/` with an `index.html` to look through.
 * `npm run shots -- --readme` makes only the README's picture, `docs/images/overview.png`.
 */
const LOOKS: ({ name: string } & Partial<ScreenOptions>)[] = [
  { name: '390-light', width: 390, theme: 'light' },
  { name: '390-dark', width: 390, theme: 'dark' },
  { name: '320-light', width: 320, theme: 'light' },
  { name: '320-dark', width: 320, theme: 'dark' },
  { name: '390-light-en', width: 390, theme: 'light', locale: 'en' },
  { name: '320-light-large', width: 320, theme: 'light', textScale: 1.3 },
  { name: '1280-light', width: 1280, height: 860, theme: 'light' },
  { name: '1280-dark', width: 1280, height: 860, theme: 'dark' },
]

const isForReadme = process.argv.includes('--readme')
const demo = await openDemo()
try {
  if (isForReadme) await readmePicture()
  else await everyPicture()
} finally {
  await demo.close()
}

async function readmePicture() {
  const overview = views.find(({ name }) => name === 'overview')
  if (!overview) throw new Error('there is no view of the overview')
  const file = path.join(ROOT, 'docs/images/overview.png')
  await mkdir(path.dirname(file), { recursive: true })
  const screen = await show(demo, overview, { width: 390, height: 844, font: true })
  await screen.page.screenshot({ path: file })
  await screen.close()
  process.stdout.write(`${file}\n`)
}

async function everyPicture() {
  const folder = path.join(ROOT, 'shots')
  await rm(folder, { recursive: true, force: true })
  await mkdir(folder)
  for (const view of views) {
    for (const look of LOOKS) {
      const screen = await show(demo, view, { ...look, font: true })
      await screen.page.screenshot({ path: path.join(folder, `${view.name}-${look.name}.png`) })
      await screen.close()
    }
    process.stdout.write(`${view.name}\n`)
  }
  await writeFile(path.join(folder, 'index.html'), index())
}

function index(): string {
  const rows = views.map(({ name }) => {
    const pictures = LOOKS.map(
      look =>
        `<figure><img loading="lazy" src="${name}-${look.name}.png"><figcaption>${look.name}</figcaption></figure>`,
    )
    return `<h2>${name}</h2><section>${pictures.join('')}</section>`
  })
  const style =
    'body{font:14px system-ui;margin:24px}section{display:flex;gap:16px;overflow-x:auto}img{height:600px;border:1px solid #ccc}figure{margin:0}'
  return `<!doctype html><meta charset="utf-8"><title>Screens</title><style>${style}</style>${rows.join('\n')}\n`
}
