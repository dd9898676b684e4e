import { execFileSync } from 'node:child_process'
import path from 'node:path'
import { fileURLToPath, pathToFileURL } from 'node:url'

/**
 * `node scripts/server.mjs <entry> [arguments]`: runs `server/entries/<entry>.ts`, compiled. The compiler works in a
 * process of its own, whose memory goes with it.
 */
const scripts = path.dirname(fileURLToPath(import.meta.url))
const [entry = 'node'] = process.argv.splice(2, 1)
const compiled = execFileSync(process.execPath, [path.join(scripts, 'compile.mjs')], { encoding: 'utf8' })
await import(pathToFileURL(path.join(compiled, 'server', 'entries', `${entry}.js`)).href)
