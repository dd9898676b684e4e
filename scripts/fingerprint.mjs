import { createHash } from 'node:crypto'
import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs'
import path from 'node:path'

/**
 * One hash over names and contents of files and folders; a missing one counts as missing.
 * @param {string} root
 * @param {string[]} inputs paths relative to root
 */
export function contentHash(root, inputs) {
  const hash = createHash('sha256')
  for (const input of inputs) {
    for (const file of filesUnder(root, input))
      hash
        .update(`${file}\0`)
        .update(readFileSync(path.join(root, file)))
        .update('\0')
  }
  return hash.digest('hex')
}

/**
 * One hash over names and sizes: enough to see that somebody deleted or rebuilt an output.
 * @param {string} root
 * @param {string} folder relative to root
 * @param {string} except a file name that does not count
 */
export function listingHash(root, folder, except) {
  const hash = createHash('sha256')
  for (const file of filesUnder(root, folder)) {
    if (path.basename(file) !== except) hash.update(`${file}\0${statSync(path.join(root, file)).size}\0`)
  }
  return hash.digest('hex')
}

/** @returns {string[]} files in a stable order, with `/` on every system */
function filesUnder(root, input) {
  const full = path.join(root, input)
  if (!existsSync(full)) return []
  if (statSync(full).isFile()) return [input]
  return readdirSync(full, { recursive: true })
    .map(name => path.posix.join(input, String(name).split(path.sep).join('/')))
    .filter(name => statSync(path.join(root, name)).isFile())
    .sort()
}
