import { masterKeysOf } from '../adapters/data-dir/master-key.ts'
import { linkKeysOf } from '../adapters/vault/vault.ts'
import { readConfig } from '../config.ts'
import { localUrl } from '../deps.ts'
import { LINK_MS, signLink } from '../domain/operator-link.ts'
import { systemClock } from '../ports/clock.ts'
import { systemRandom } from '../ports/random.ts'
import { fail } from './run.ts'

const HANDLE = /^[A-Za-z][A-Za-z0-9_-]{4,31}$/

/** `npm run session -- <handle>`: prints a link that signs in once within five minutes. Needs no database. */
try {
  const [handle = ''] = process.argv.slice(2)
  if (!HANDLE.test(handle)) {
    throw new Error(
      'Usage: npm run session -- <handle>   (a WeChat ID: 5 to 32 letters, digits, _ or -, a letter first)',
    )
  }
  const config = readConfig(process.env)
  const [key] = linkKeysOf(await masterKeysOf(config))
  if (!key) throw new Error('no master key')
  const nonce = systemRandom.bytes(16).toString('base64url')
  const code = signLink({ handle, expiresAt: systemClock.now() + LINK_MS, nonce }, key)
  console.log(`${config.publicUrl ?? localUrl(config)}/#/pages/signin/index?link=${code}`)
} catch (error) {
  fail(error)
}
