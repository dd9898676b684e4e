import { open } from 'node:fs/promises'
import { connect, createServer, type Server } from 'node:net'
import path from 'node:path'

/** What fits into a socket's name on every system, in bytes. */
const MAX_NAME = 100
const ANSWER_MS = 1_000

/** What a lock's socket says of its owner. */
export type Standing = { standing: 'holder' | 'candidate'; pid: number } | { standing: 'dead' }

/** Listens on a socket file; each who connects is told how its owner stands. */
export async function announce(file: string, say: () => string): Promise<Server> {
  const server = createServer(socket => socket.on('error', () => {}).end(say()))
  await underShortName(
    file,
    name =>
      new Promise<void>((resolve, reject) => {
        server.once('error', reject)
        server.listen(name, resolve)
      }),
  )
  return server.unref()
}

/**
 * Asks the owner of a socket file. The kernel answers for a process that is busy or stopped, and refuses for one that
 * is gone, however it went; process ids, which are used again, play no part.
 */
export const enquire = (file: string): Promise<Standing> => underShortName(file, hear)

function hear(name: string): Promise<Standing> {
  return new Promise((resolve, reject) => {
    let words = ''
    const silent = { standing: 'holder', pid: 0 } as const
    const socket = connect(name)
    socket.setTimeout(ANSWER_MS, () => socket.destroy())
    socket.on('data', chunk => {
      words += chunk
    })
    socket.on('error', (error: NodeJS.ErrnoException) => {
      if (error.code === 'ECONNREFUSED' || error.code === 'ENOENT') resolve({ standing: 'dead' })
      else if (error.code === 'EACCES') reject(error)
      else resolve(silent)
    })
    socket.on('close', () => {
      const [standing, pid] = words.split(' ')
      resolve(standing === 'candidate' || standing === 'holder' ? { standing, pid: Number(pid) } : silent)
    })
  })
}

/** A long path goes by way of its folder's descriptor (Linux), or relative to where we stand. */
async function underShortName<T>(file: string, work: (name: string) => Promise<T>): Promise<T> {
  if (fits(file)) return work(file)
  const relative = path.relative(process.cwd(), file)
  if (fits(relative)) return work(relative)
  const folder = await open(path.dirname(file), 'r')
  try {
    return await work(`/proc/self/fd/${folder.fd}/${path.basename(file)}`)
  } finally {
    await folder.close()
  }
}

const fits = (name: string) => Buffer.byteLength(name) <= MAX_NAME
