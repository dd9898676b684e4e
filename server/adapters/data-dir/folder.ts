import { access, constants, mkdir } from 'node:fs/promises'
import path from 'node:path'
import { SettingError } from '../../config/setting-error.ts'

/**
 * Makes the data folder, readable by nobody else.
 * @throws SettingError when it cannot be made or written to
 */
export async function makeDataDir(dataDir: string): Promise<void> {
  try {
    await makeFolder(path.resolve(dataDir))
    await access(dataDir, constants.R_OK | constants.W_OK | constants.X_OK)
  } catch (error) {
    const code = codeOf(error) ?? 'unknown'
    throw new SettingError('DATA_DIR', `cannot be used as a folder (${code}); write one that the server may write to`)
  }
}

const codeOf = (error: unknown) => (error as NodeJS.ErrnoException).code

/** Makes a folder and those above it. Node's own recursion never ends where a file system refuses with ENOENT, as /proc does. */
async function makeFolder(folder: string): Promise<void> {
  try {
    await mkdir(folder, { mode: 0o700 })
  } catch (error) {
    const above = path.dirname(folder)
    if (codeOf(error) === 'EEXIST') return
    if (codeOf(error) !== 'ENOENT' || above === folder || (await isThere(above))) throw error
    await makeFolder(above)
    await mkdir(folder, { mode: 0o700 })
  }
}

const isThere = (folder: string): Promise<boolean> =>
  access(folder).then(
    () => true,
    () => false,
  )
