import { createHash, randomBytes } from 'node:crypto'
import { readdir, realpath, rename, rm } from 'node:fs/promises'
import { createServer } from 'node:net'
import path from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { SettingError } from '../../config/setting-error.ts'
import { makeDataDir } from './folder.ts'
import { announce, enquire, type Standing } from './lock-socket.ts'

export interface Lock {
  release(): Promise<void>
}

const SOCKET_NAME = /^lock-[0-9a-f]+\.sock$/
const TRIES = 20

/**
 * Takes the data folder (made if need be) for this process. Holds as long as the process lives, however it ends.
 * Each candidate first listens on a socket of its own in the folder and then asks all others: of two that come at the
 * same moment at least one sees the other, so that never both hold it. Sockets of the dead are swept away.
 * @throws SettingError naming DATA_DIR while another process holds it
 */
export async function lockDataDir(dataDir: string): Promise<Lock> {
  await makeDataDir(dataDir)
  const folder = await realpath(dataDir)
  if (process.platform === 'win32') return lockByPipe(folder)
  for (let attempt = 1; ; attempt++) {
    const lock = await tryLock(folder, attempt === TRIES)
    if (lock) return lock
    await sleep(20 + Math.random() * 20 * attempt)
  }
}

/** `null` when another candidate is about as well and both had better step back. */
async function tryLock(folder: string, lastTry: boolean): Promise<Lock | null> {
  const own = path.join(folder, `lock-${randomBytes(8).toString('hex')}.sock`)
  let standing: 'candidate' | 'holder' = 'candidate'
  // seen by the others only once it answers: before that it would pass for dead and be swept away
  const server = await announce(`${own}.new`, () => `${standing} ${process.pid}`).catch(refuseFolder)
  await rename(`${own}.new`, own)
  const release = async () => {
    server.close()
    await rm(own, { force: true })
  }
  try {
    const others = await livingBeside(folder, own)
    const holder = others.find(other => lastTry || other.standing === 'holder')
    if (holder) throw inUse(holder)
    if (others.length === 0) {
      standing = 'holder'
      return { release }
    }
  } catch (error) {
    await release()
    throw error
  }
  await release()
  return null
}

async function livingBeside(folder: string, own: string): Promise<Standing[]> {
  const living: Standing[] = []
  for (const name of await readdir(folder)) {
    const file = path.join(folder, name)
    if (!SOCKET_NAME.test(name) || file === own) continue
    const standing = await enquire(file)
    if (standing.standing === 'dead') await rm(file, { force: true })
    else living.push(standing)
  }
  return living
}

function inUse(holder: Standing): SettingError {
  const who = holder.standing !== 'dead' && holder.pid > 0 ? `process ${holder.pid}` : 'another process'
  return new SettingError('DATA_DIR', `is in use by ${who}; stop that one first, or write another folder`)
}

function refuseFolder(error: NodeJS.ErrnoException): never {
  throw new SettingError('DATA_DIR', `cannot hold a lock (${error.code ?? 'unknown'}); write a folder on a local disk`)
}

/** Windows gives a pipe's name to one process only and takes it back when that one ends. */
async function lockByPipe(folder: string): Promise<Lock> {
  const id = createHash('sha256').update(folder.toLowerCase()).digest('hex').slice(0, 32)
  const server = createServer(socket => socket.on('error', () => {}).end())
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject)
    server.listen(`\\\\.\\pipe\\data-assistant-${id}`, resolve)
  }).catch(() => Promise.reject(inUse({ standing: 'holder', pid: 0 })))
  server.unref()
  return { release: () => new Promise(resolve => server.close(() => resolve())) }
}
