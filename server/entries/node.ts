import { readConfig } from '../config.ts'
import { composeServer } from '../deps.ts'
import { fail, run } from './run.ts'

/** The production server, whatever NODE_ENV says: no demo, no sandbox. */
try {
  const config = readConfig(process.env, { production: true })
  const server = await composeServer(config)
  await run(config, server, server.http)
} catch (error) {
  fail(error)
}
