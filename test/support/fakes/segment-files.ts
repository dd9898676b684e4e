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

/** @param contents what lies there and is durable */
export function fakeDisk(contents = new Map<string, Buffer>()): FakeDisk {
  /** Bytes of each file that were synced. */
  const durable = new Map([...contents].map(([name, bytes]) => [name, bytes.length]))
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
    const old = bytesOf(name)
    const grown = Buffer.alloc(Math.max(old.length, at + bytes.length))
    old.copy(grown)
    bytes.copy(grown, at)
    contents.set(name, grown)
  }
  const cut = (name: string, length: number) => {
    contents.set(name, bytesOf(name).subarray(0, length))
    durable.set(name, Math.min(durable.get(name) ?? 0, length))
  }
  const disk: FakeDisk = {
    before: () => undefined,
    writable: 0,
    left: Number.POSITIVE_INFINITY,
    steps: [],
    contents,
    afterCrash(share) {
      const kept = [...contents].map(([name, bytes]): [string, Buffer] => {
        const safe = durable.get(name) ?? 0
        return [name, Buffer.from(bytes.subarray(0, safe + Math.floor((bytes.length - safe) * share)))]
      })
      return fakeDisk(new Map(kept))
    },
    names: async () => [...contents.keys()],
    async create(name) {
      await step('create', name)
      contents.set(name, Buffer.alloc(0))
      durable.set(name, 0)
      return {
        async write(bytes, at) {
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
          durable.set(name, bytesOf(name).length)
        },
        async truncate(length) {
          await step('truncate', name)
          cut(name, length)
        },
        close: () => step('close', name),
      }
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
    },
    async free() {
      await step('free', '')
      return disk.left
    },
  }
  return disk
}
