import { constants, write as writeTo } from 'node:fs'
import { type FileHandle, mkdir, open, readdir, readFile, rename, statfs, truncate, unlink } from 'node:fs/promises'
import path from 'node:path'

/** A segment that is being written. */
export interface SegmentFile {
  /** Writes all of it at a place, or fails with some of it written. */
  write(bytes: Buffer, at: number): Promise<void>
  /** Resolves once what was written survives a power cut. */
  sync(): Promise<void>
  truncate(length: number): Promise<void>
  close(): Promise<void>
}

/** The folder of the segments: what the journal asks of a disk, and what tests let fail. */
export interface SegmentFiles {
  /** Names of all files, none when the folder is not there. */
  names(): Promise<string[]>
  /** Makes a new file of zeros. Name and length survive a power cut, so that writing into it changes nothing but bytes. */
  create(name: string, length: number): Promise<SegmentFile>
  /** Gives a file another name, which survives a power cut, and opens it. */
  reuse(name: string, newName: string): Promise<SegmentFile>
  rename(name: string, newName: string): Promise<void>
  read(name: string): Promise<Buffer>
  /** Bytes from `from` up to `to`, fewer when the file ends before. */
  readPart(name: string, from: number, to: number): Promise<Buffer>
  truncate(name: string, length: number): Promise<void>
  remove(name: string): Promise<void>
  /** Bytes left on the disk for us. */
  free(): Promise<number>
}

/** Segments in a folder of the disk, made when the first is. */
export function segmentFiles(folder: string): SegmentFiles {
  const place = (name: string) => path.join(folder, name)
  return {
    async names() {
      return readdir(folder).catch(error => (error.code === 'ENOENT' ? [] : Promise.reject(error)))
    },
    async create(name, length) {
      await makeFolder(folder)
      const handle = await open(place(name), 'wx', 0o600)
      try {
        await writeAll(handle, Buffer.alloc(length), 0)
        await handle.sync()
        await syncFolder(folder)
        return segmentFile(await open(place(name), constants.O_RDWR | DURABLE))
      } catch (error) {
        await unlink(place(name)).catch(() => undefined)
        throw error
      } finally {
        await handle.close()
      }
    },
    async reuse(name, newName) {
      await rename(place(name), place(newName))
      await syncFolder(folder)
      return segmentFile(await open(place(newName), constants.O_RDWR | DURABLE))
    },
    rename: (name, newName) => rename(place(name), place(newName)),
    read: name => readFile(place(name)),
    async readPart(name, from, to) {
      const handle = await open(place(name), 'r')
      try {
        const bytes = Buffer.alloc(to - from)
        const { bytesRead } = await handle.read(bytes, 0, bytes.length, from)
        return bytes.subarray(0, bytesRead)
      } finally {
        await handle.close()
      }
    },
    truncate: (name, length) => truncate(place(name), length),
    remove: name => unlink(place(name)),
    async free() {
      await makeFolder(folder)
      const { bavail, bsize } = await statfs(folder)
      return bavail * bsize
    },
  }
}

/**
 * Where the system knows it, each write is durable when it returns (`O_DSYNC`): one way to a thread and back a group
 * instead of two.
 */
const DURABLE = constants.O_DSYNC ?? 0

const segmentFile = (handle: FileHandle): SegmentFile => ({
  write: (bytes, at) => writeDirectly(handle.fd, bytes, at),
  sync: async () => (DURABLE ? undefined : handle.datasync()),
  truncate: length => handle.truncate(length),
  close: () => handle.close(),
})

/** Past the promises of a file handle, which cost more than the write. */
function writeDirectly(fd: number, bytes: Buffer, at: number): Promise<void> {
  return new Promise((resolve, reject) => {
    const go = (done: number) =>
      writeTo(fd, bytes, done, bytes.length - done, at + done, (error, written) => {
        if (error) reject(error)
        else if (done + written < bytes.length) go(done + written)
        else resolve()
      })
    go(0)
  })
}

async function writeAll(handle: FileHandle, bytes: Buffer, at: number): Promise<void> {
  for (let done = 0; done < bytes.length; ) {
    const { bytesWritten } = await handle.write(bytes, done, bytes.length - done, at + done)
    done += bytesWritten
  }
}

async function makeFolder(folder: string): Promise<void> {
  const made = await mkdir(folder, { recursive: true, mode: 0o700 })
  for (let at = folder; made !== undefined && at.length >= made.length; at = path.dirname(at)) {
    await syncFolder(path.dirname(at))
  }
}

/** A new name in a folder is only as durable as the folder. */
async function syncFolder(folder: string): Promise<void> {
  const handle = await open(folder, 'r')
  try {
    await handle.sync()
  } finally {
    await handle.close()
  }
}
