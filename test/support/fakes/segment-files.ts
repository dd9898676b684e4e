import type { SegmentFiles } from '../../../server/adapters/events/journal/files.ts'

export type DiskStep = 'create' | 'write' | 'sync' | 'truncate' | 'close' | 'remove' | 'read' | 'free'

/** A folder in memory that fails when told to, and remembers what a power cut would leave. */
export interface FakeDisk extends SegmentFiles {
  /** What every step asks first; throws to make it fail. A failing write keeps the bytes that `writable` allows. */
  before: (step: DiskStep, name: string) => void | Promise<void>
  /** How many bytes of a failing write reach the file all the same. */
  writable: number
  /** Bytes left, as `free` says it. */
  left: number
  steps: DiskStep[]
  contents: Map<string, Buffer>
  /** The disk after a power cut: unsynced bytes may be there up to `share` of them. */
  afterCrash(share: number): FakeDisk
}

export const noSpace = () => Object.assign(new Error('ENOSPC: no space left on device, write'), { code: 'ENOSPC' })

interface Unsynced {
  at: number
  bytes: Buffer
}

/** @param contents what lies there and is durable */
export function fakeDisk(contents = new Map<string, Buffer>()): FakeDisk {
  /** Each file as a power cut would leave it at least, and what was written since. */
  const durable = new Map([...contents].map(([name, bytes]) => [name, Buffer.from(bytes)]))
  const unsynced = new Map<string, Unsynced[]>()
  const bytesOf = (name: string) => {
    const bytes = contents.get(name)
    if (!bytes) throw Object.assign(new Error(`ENOENT: ${name}`), { code: 'ENOENT' })
    return bytes
  }
  const step = async (what: DiskStep, name: string) => {
    disk.steps.push(what)
    await disk.before(what, name)
  }
  const put = (name: string, bytes: Buffer, at: number) => {
    contents.set(name, overwritten(bytesOf(name), bytes, at))
    unsynced.set(name, [...(unsynced.get(name) ?? []), { at, bytes: Buffer.from(bytes) }])
  }
  const cut = (name: string, length: number) => {
    contents.set(name, bytesOf(name).subarray(0, length))
    durable.set(name, (durable.get(name) ?? Buffer.alloc(0)).subarray(0, length))
    unsynced.delete(name)
  }
  const move = (name: string, newName: string) => {
    for (const map of [contents, durable]) {
      map.set(newName, map.get(name) ?? Buffer.alloc(0))
      map.delete(name)
    }
    unsynced.delete(newName)
    unsynced.delete(name)
  }
  const opened = (name: string) => ({
    async write(bytes: Buffer, at: number) {
      try {
        await step('write', name)
      } catch (error) {
        put(name, bytes.subarray(0, disk.writable), at)
        throw error
      }
      put(name, bytes, at)
    },
    async sync() {
      await step('sync', name)
      durable.set(name, Buffer.from(bytesOf(name)))
      unsynced.delete(name)
    },
    async truncate(length: number) {
      await step('truncate', name)
      cut(name, length)
    },
    close: () => step('close', name),
  })
  const disk: FakeDisk = {
    before: () => undefined,
    writable: 0,
    left: Number.POSITIVE_INFINITY,
    steps: [],
    contents,
    afterCrash(share) {
      const kept = [...durable].map(([name, bytes]): [string, Buffer] => {
        let left: Buffer = Buffer.from(bytes)
        for (const { at, bytes } of unsynced.get(name) ?? []) {
          left = overwritten(left, bytes.subarray(0, Math.floor(bytes.length * share)), at)
        }
        return [name, left]
      })
      return fakeDisk(new Map(kept))
    },
    names: async () => [...contents.keys()],
    async create(name, length) {
      await step('create', name)
      if (contents.has(name)) throw new Error(`EEXIST: ${name}`)
      contents.set(name, Buffer.alloc(length))
      durable.set(name, Buffer.alloc(length))
      return opened(name)
    },
    async reuse(name, newName) {
      await step('create', newName)
      move(name, newName)
      return opened(newName)
    },
    async rename(name, newName) {
      await step('remove', name)
      bytesOf(name)
      move(name, newName)
    },
    async read(name) {
      await step('read', name)
      return bytesOf(name)
    },
    async readPart(name, from, to) {
      await step('read', name)
      return bytesOf(name).subarray(from, to)
    },
    truncate: async (name, length) => cut(name, length),
    async remove(name) {
      await step('remove', name)
      bytesOf(name)
      contents.delete(name)
      durable.delete(name)
      unsynced.delete(name)
    },
    async free() {
      await step('free', '')
      return disk.left
    },
  }
  return disk
}

function overwritten(old: Buffer, bytes: Buffer, at: number): Buffer {
  const grown = Buffer.alloc(Math.max(old.length, at + bytes.length))
  old.copy(grown)
  bytes.copy(grown, at)
  return grown
}
