import { SettingError } from './setting-error.ts'
import { type Environment, textOf } from './values.ts'

export const MASTER_KEY_BYTES = 32
const BASE64_OF_32_BYTES = /^[A-Za-z0-9+/_-]{43}=?$/
const HOW = '32 random bytes in base64 (openssl rand -base64 32), or "new,old" to rotate'

/** One key out of its base64; `null` when it is none. */
export function masterKeyOutOf(text: string): Buffer | null {
  if (!BASE64_OF_32_BYTES.test(text)) return null
  const key = Buffer.from(text, 'base64')
  return key.length === MASTER_KEY_BYTES ? key : null
}

/** The ring of MASTER_KEY, newest first; `null` when it is not set. */
export function masterKeys(env: Environment): Buffer[] | null {
  const text = textOf(env, 'MASTER_KEY')
  if (text === null) return null
  return text.split(',').map(part => {
    const key = masterKeyOutOf(part.trim())
    if (!key) throw new SettingError('MASTER_KEY', `is malformed; write ${HOW}`)
    return key
  })
}

export const missingMasterKey = () => new SettingError('MASTER_KEY', `is missing, which production needs; write ${HOW}`)
