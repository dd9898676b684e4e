import { parentPort, workerData } from 'node:worker_threads'
import { PGlite } from '@electric-sql/pglite'
import { DurableFolder } from './durable-fs.mjs'

/**
 * The embedded PostgreSQL, in a thread of its own since it blocks the one it runs in. Plain JavaScript: a worker
 * inherits no TypeScript loader on every Node that we support.
 * In: `{id, text, parameters}` or `{id, close: true}` or `{id, image: true}`. Out: `{id, outcome}` or `{id, failure}`;
 * first of all `{id: 0}`.
 * `workerData`: `{folder: string | null, image: Uint8Array | null}`; no folder: in memory, from the image if given.
 */
const { folder, image } = workerData

const startParams = [
  // -F turns fsync off
  ...PGlite.defaultStartParams.filter(parameter => folder === null || parameter !== '-F'),
  // the default, fdatasync, stays a no-op
  ...['-c', 'wal_sync_method=fsync'],
  // the default of 128 MB is held twice over
  ...['-c', 'shared_buffers=8MB'],
]

function open() {
  if (folder !== null) return PGlite.create({ fs: new DurableFolder(folder), startParams })
  return PGlite.create({ startParams, loadDataDir: image ? new Blob([image]) : undefined })
}

async function run({ text, parameters }) {
  if (parameters.length > 0) return toOutcome(await pg.query(text, parameters))
  return toOutcome((await pg.exec(text)).at(-1) ?? { rows: [] })
}

const toOutcome = ({ rows, affectedRows = 0 }) => ({ rows, affected: affectedRows })

async function answer(message) {
  if (message.close) return pg.close()
  if (message.image) return new Uint8Array(await (await pg.dumpDataDir('none')).arrayBuffer())
  return run(message)
}

/** Only what may be logged: the engine's own error carries statement and parameters. */
const toFailure = ({ message, code, constraint }) => ({ message, code, constraint })

async function reply(id, work) {
  try {
    parentPort.postMessage({ id, outcome: await work() })
  } catch (error) {
    parentPort.postMessage({ id, failure: toFailure(error) })
  }
}

/** @type {PGlite} */
let pg
await reply(0, async () => {
  pg = await open()
})

parentPort.on('message', async message => {
  await reply(message.id, () => answer(message))
  if (message.close) parentPort.close()
})
