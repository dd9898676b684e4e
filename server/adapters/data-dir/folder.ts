import { access, constants, mkdir } from 'node:fs/promises'
import { SettingError } from '../../config/setting-error.ts'

/**
 * Makes the data folder, readable by nobody else.
 * @throws SettingError when it cannot be made or written to
 */
export async function makeDataDir(dataDir: string): Promise<void> {
  try {
    await mkdir(dataDir, { recursive: true, mode: 0o700 })
    await access(dataDir, constants.R_OK | constants.W_OK | constants.X_OK)
  } catch (error) {
    const code = (error as NodeJS.ErrnoException).code ?? 'unknown'
    throw new SettingError('DATA_DIR', `cannot be used as a folder (${code}); write one that the server may write to`)
  }
}
