import path from 'node:path'
import { fileURLToPath } from 'node:url'
import { ensureBuilt } from '../../scripts/build.mjs'

/** Vitest's global setup of the layers that read `dist/`: builds what is not current. */
export async function setup() {
  const root = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '../..')
  await ensureBuilt(root, 'h5')
  await ensureBuilt(root, 'weapp')
}
