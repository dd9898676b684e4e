import { setFlagsFromString } from 'node:v8'
import { PGlite } from '@electric-sql/pglite'
import { DurableFolder } from './durable-fs.mjs'

// compiled on every helper thread at once, each keeps what it took for it: 60 MB that nobody uses afterwards
setFlagsFromString('--wasm-num-compilation-tasks=1')

// the default of 128 MB is held twice over
const memory = ['-c', 'shared_buffers=8MB']

const imageOf = bytes => (bytes ? new Blob([bytes]) : undefined)

/**
 * PGlite on a folder, made if need be; an answered write is on disk.
 * @param {string} folder
 * @param {Uint8Array | null} [image] what an empty folder begins with: what `dumpDataDir` gave of another one
 */
export const openFolder = (folder, image = null) =>
  PGlite.create({
    loadDataDir: imageOf(image),
    fs: new DurableFolder(folder),
    startParams: [
      // -F turns fsync off
      ...PGlite.defaultStartParams.filter(parameter => parameter !== '-F'),
      // the default, fdatasync, stays a no-op
      ...['-c', 'wal_sync_method=fsync'],
      ...memory,
    ],
  })

/**
 * PGlite without a folder.
 * @param {Uint8Array | null} image what it begins with
 */
export const openMemory = image =>
  PGlite.create({
    startParams: [...PGlite.defaultStartParams, ...memory],
    loadDataDir: imageOf(image),
  })
