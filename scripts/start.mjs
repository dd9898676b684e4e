import path from 'node:path'
import { fileURLToPath } from 'node:url'
import { ensureBuilt } from './build.mjs'
import { ensureInstalled } from './install.mjs'
import { main, run } from './run.mjs'

/** `npm start`: installs and builds what changed, then runs the server with the sandbox and demo data. */
const root = path.dirname(path.dirname(fileURLToPath(import.meta.url)))

await main(async () => {
  await ensureInstalled(root)
  await ensureBuilt(root, 'h5')
  return run(process.execPath, ['scripts/server.mjs', 'demo', ...process.argv.slice(2)], { cwd: root })
})
