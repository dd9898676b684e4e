import { randomBytes } from 'node:crypto'
import { SettingError } from '../../config/setting-error.ts'
import { type MasterKey, open, seal, UnsealError } from './envelope.ts'

/** Where the sealed hash key lies. */
export interface HashKeyStore {
  read(): Promise<string | null>
  /** Keeps it unless there is one already; answers the one that is kept, whoever came first. */
  keepFirst(sealed: string): Promise<string>
}

export const HASH_KEY_CONTEXT = 'hash-key'
const HASH_KEY_BYTES = 32

/**
 * The key of all keyed hashes: made once, the same for ever.
 * @throws SettingError naming MASTER_KEY when it was sealed with another one
 */
export async function loadHashKey(keys: [MasterKey, ...MasterKey[]], store: HashKeyStore): Promise<Buffer> {
  const fresh = () => seal(randomBytes(HASH_KEY_BYTES).toString('base64url'), HASH_KEY_CONTEXT, keys[0])
  const sealed = (await store.read()) ?? (await store.keepFirst(fresh()))
  try {
    return Buffer.from(open(sealed, HASH_KEY_CONTEXT, keys), 'base64url')
  } catch (error) {
    if (!(error instanceof UnsealError)) throw error
    throw new SettingError(
      'MASTER_KEY',
      'does not open this database; write the key it was made with, or "new,old" after a change',
    )
  }
}
