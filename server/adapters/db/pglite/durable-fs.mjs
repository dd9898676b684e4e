import { fsyncSync } from 'node:fs'
import { NodeFS } from '@electric-sql/pglite/nodefs'

/**
 * PGlite's folder on disk, with a real fsync: without this hook the engine's own is a no-op and an answered write can
 * be lost with the power.
 */
export class DurableFolder extends NodeFS {
  /** @type {NodeFS['init']} */
  async init(pg, options) {
    const prepared = await super.init(pg, options)
    const hook = module => {
      module.NODEFS.stream_ops.fsync = stream => {
        fsyncSync(stream.nfd)
        return 0
      }
    }
    prepared.emscriptenOpts.preRun = [...(prepared.emscriptenOpts.preRun ?? []), hook]
    return prepared
  }
}
