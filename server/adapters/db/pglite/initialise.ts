import { execFile } from 'node:child_process'
import { rename, rm } from 'node:fs/promises'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'
import { toFailure } from '../engine.ts'

const SCRIPT = fileURLToPath(new URL('./initialise.mjs', import.meta.url))

/**
 * Makes the database's folder. Under another name first: one killed half-way must not be taken for a database. In a
 * process of its own, since it takes 500 MB that a thread would not give back.
 * @throws DatabaseFailure
 */
export async function initialise(folder: string): Promise<void> {
  const unfinished = `${folder}.unfinished`
  await rm(unfinished, { recursive: true, force: true })
  try {
    await promisify(execFile)(process.execPath, [SCRIPT, unfinished])
  } catch (error) {
    throw toFailure(error)
  }
  await rename(unfinished, folder)
}
