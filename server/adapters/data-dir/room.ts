import { statfs } from 'node:fs/promises'
import { SettingError } from '../../config/setting-error.ts'

const MEGABYTE = 1024 * 1024
/** With less than this nothing of a database can be made or opened. */
const LEAST = 16 * MEGABYTE

const freeIn = async (folder: string): Promise<number> => {
  const { bavail, bsize } = await statfs(folder)
  return bavail * bsize
}

/**
 * What stopped the database from being opened: the engine has no words for a full disk, so that we look ourselves.
 * @param free bytes left in a folder, for tests
 * @returns SettingError naming DATA_DIR where the disk is full, else the error as it is
 */
export async function orNoRoom(error: unknown, dataDir: string, free = freeIn): Promise<unknown> {
  if (error instanceof SettingError) return error
  const left = await free(dataDir).catch(() => Number.POSITIVE_INFINITY)
  if (left >= LEAST) return error
  const words = `has no room for the database (${Math.floor(left / MEGABYTE)} MB left); free some space, or write another folder`
  return new SettingError('DATA_DIR', words)
}
