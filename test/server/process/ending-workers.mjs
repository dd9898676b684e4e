import { syncBuiltinESMExports } from 'node:module'
import workers from 'node:worker_threads'

/** Preloaded into a server: SIGUSR2 ends its threads, as running out of memory would. */
const { Worker } = workers
workers.Worker = class extends Worker {
  constructor(...options) {
    super(...options)
    process.on('SIGUSR2', () => void this.terminate())
  }
}
syncBuiltinESMExports()
