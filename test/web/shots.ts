import { mkdir, readdir, rm, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { ROOT } from '../arch/sources.ts'
import { openDemo } from './demo.ts'
import { takeH5, takeWeapp } from './pictures/cameras.ts'
import { fileName, gallery } from './pictures/gallery.ts'
import { lookOf } from './pictures/look.ts'
import { type Scene, TARGETS, type TargetName } from './pictures/scene.ts'
import { scenesOf } from './pictures/scenes.ts'
import { openStudio, type Studio } from './pictures/studio.ts'
import { aheadNow } from './pictures/when.ts'
import { show } from './show.ts'
import { views } from './views.ts'

/**
 * `npm run shots`: a picture of every page in every state, as mini program and web app, wide and narrow, light and dark, into `shots/`
 * with an `index.html` to look through. `npm run shots -- overview value h5 320 dark` takes only those that every word names by page, state,
 * target, width or theme; `--english`, `--large` and `--twice` take them in English, in large text and in text of twice the size; `--as-built` builds nothing.
 * `npm run shots -- --readme` makes only the README's picture, `docs/images/overview.png`.
 */
const FOLDER = path.join(ROOT, 'shots')
const AT_A_TIME = 2

const asked = process.argv.slice(2)
const { look, words } = lookOf(asked)
if (asked.includes('--readme')) await readmePicture()
else await everyPicture()

async function readmePicture() {
  const overview = views.find(({ name }) => name === 'overview')
  if (!overview) throw new Error('there is no view of the overview')
  const file = path.join(ROOT, 'docs/images/overview.png')
  await mkdir(path.dirname(file), { recursive: true })
  const demo = await openDemo(aheadNow())
  try {
    const screen = await show(demo, overview, { width: 390, height: 844, font: true, sharp: true })
    await screen.page.screenshot({ path: file })
    await screen.close()
  } finally {
    await demo.close()
  }
  process.stdout.write(`${file}\n`)
}

async function everyPicture() {
  if (asked.length === 0) await rm(FOLDER, { recursive: true, force: true })
  await mkdir(FOLDER, { recursive: true })
  const studio = await openStudio(asked.includes('--as-built'))
  let failures = 0
  try {
    const waiting = scenesOf(studio.handoff, studio.card).flatMap(scene =>
      TARGETS.filter(target => isWanted(scene, target)).map(target => ({ scene, target })),
    )
    const worker = async () => {
      for (let next = waiting.shift(); next; next = waiting.shift()) {
        const isTaken = await take(studio, next.scene, next.target)
        if (!isTaken) failures += 1
      }
    }
    await Promise.all(Array.from({ length: AT_A_TIME }, worker))
  } finally {
    await studio.close()
    await writeFile(path.join(FOLDER, 'index.html'), gallery(await readdir(FOLDER)))
  }
  process.stdout.write(`${path.join(FOLDER, 'index.html')}\n`)
  if (failures > 0) process.exitCode = 1
}

/** Every word names the page, what it belongs to, the state or the target; none wants all. */
function isWanted({ page, state, only }: Scene, target: TargetName): boolean {
  const names = [page, page.split('-')[0], state, target]
  return (only ?? target) === target && look.widths[target].length > 0 && words.every(word => names.includes(word))
}

async function take(studio: Studio, scene: Scene, target: TargetName): Promise<boolean> {
  const { page, state } = scene
  const camera = target === 'weapp' ? takeWeapp : takeH5
  try {
    await camera(studio, scene, look, (width, theme) =>
      path.join(FOLDER, fileName(page, state, target, width, theme, look.name)),
    )
    process.stdout.write(`${page} ${state} ${target}\n`)
    return true
  } catch (error) {
    process.stdout.write(`${page} ${state} ${target} failed: ${error instanceof Error ? error.message : error}\n`)
    return false
  }
}
