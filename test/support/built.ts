import path from 'node:path'
import { fileURLToPath } from 'node:url'
import { ensureBuilt } from '../../scripts/build.mjs'

const root = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '../..')

/** How long a hook may take that builds: both targets on two cores that others use as well. */
export const BUILD_TIMEOUT = 900_000

/** The folder of a current build, made now when what it is made of changed. For `beforeAll`. */
export async function built(target: 'h5' | 'weapp'): Promise<string> {
  await ensureBuilt(root, target)
  return path.join(root, 'dist', target)
}
