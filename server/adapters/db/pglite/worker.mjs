import { parentPort, workerData } from 'node:worker_threads'
import { openFolder, openMemory } from './open.mjs'

/**
 * The embedded PostgreSQL, in a thread of its own since it blocks the one it runs in. Plain JavaScript: a worker
 * inherits no TypeScript loader on every Node that we support.
 * In: `{id, text, parameters}` or `{id, close: true}` or `{id, image: true}`. Out: `{id, outcome}` or `{id, failure}`;
 * first of all `{id: 0}`. `workerData`: `{folder: string | null, image: Uint8Array | null}`.
 */
const { folder, image } = workerData

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

/** @type {import('@electric-sql/pglite').PGlite} */
let pg
await reply(0, async () => {
  pg = await (folder === null ? openMemory(image) : openFolder(folder, image))
})

parentPort.on('message', async message => {
  await reply(message.id, () => answer(message))
  if (message.close) parentPort.close()
})
