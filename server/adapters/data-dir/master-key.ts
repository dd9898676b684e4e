import { randomBytes } from 'node:crypto'
import { link, open, readFile, rm } from 'node:fs/promises'
import path from 'node:path'
import { MASTER_KEY_BYTES, masterKeyOutOf } from '../../config/master-key.ts'
import { SettingError } from '../../config/setting-error.ts'
import { makeDataDir } from './folder.ts'

const FILE = 'master.key'

/** The ring to work with: the settings', else the one key in the data folder, made at the first start. */
export async function masterKeysOf(config: { masterKeys: Buffer[] | null; dataDir: string }): Promise<Buffer[]> {
  return config.masterKeys ?? [await readOrMake(config.dataDir)]
}

async function readOrMake(dataDir: string): Promise<Buffer> {
  await makeDataDir(dataDir)
  const file = path.join(dataDir, FILE)
  const text = (await readIfThere(file)) ?? (await make(file))
  const key = masterKeyOutOf(text.trim())
  if (key) return key
  throw new SettingError('MASTER_KEY', `in ${FILE} of DATA_DIR is damaged; put the file back from a backup`)
}

async function readIfThere(file: string): Promise<string | null> {
  try {
    return await readFile(file, 'utf8')
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return null
    throw error
  }
}

/** Whole and on disk before it gets its name; when two processes make one, the first stays. */
async function make(file: string): Promise<string> {
  const unfinished = `${file}.${process.pid}.${randomBytes(4).toString('hex')}`
  const handle = await open(unfinished, 'wx', 0o600)
  try {
    await handle.writeFile(`${randomBytes(MASTER_KEY_BYTES).toString('base64')}\n`)
    await handle.sync()
    await link(unfinished, file).catch(ignoreExisting)
  } finally {
    await handle.close()
    await rm(unfinished, { force: true })
  }
  return readFile(file, 'utf8')
}

function ignoreExisting(error: NodeJS.ErrnoException): void {
  if (error.code !== 'EEXIST') throw error
}
