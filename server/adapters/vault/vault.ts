import { createHmac, hkdfSync } from 'node:crypto'
import type { Vault } from '../../ports/vault.ts'
import { type MasterKey, masterKeyOf, open, seal } from './envelope.ts'
import { type HashKeyStore, loadHashKey } from './hash-key.ts'

const LINK_KEY_BYTES = 32

/**
 * The vault over a ring of master keys, newest first: the first seals, any opens.
 * @throws SettingError when the ring does not open what the store holds
 */
export async function createVault(deps: { masterKeys: Buffer[]; hashKeyStore: HashKeyStore }): Promise<Vault> {
  const ring = ringOf(deps.masterKeys)
  const hashKey = await loadHashKey(ring, deps.hashKeyStore)
  return {
    seal: (plain, context) => seal(plain, context, ring[0]),
    open: (sealed, context) => open(sealed, context, ring),
    hash: (plain, purpose) => createHmac('sha256', hashKey).update(`${purpose}\0${plain}`).digest('base64url'),
    linkKeys: () => linkKeysOf(deps.masterKeys),
  }
}

/** @throws RangeError on an empty ring */
export function ringOf(masterKeys: Buffer[]): [MasterKey, ...MasterKey[]] {
  const [newest, ...older] = masterKeys.map(masterKeyOf)
  if (!newest) throw new RangeError('a vault needs at least one master key')
  return [newest, ...older]
}

/** Keys of operator links, for the command that signs one while the server holds the database. */
export const linkKeysOf = (masterKeys: Buffer[]): Buffer[] => masterKeys.map(linkKeyOf)

const linkKeyOf = (masterKey: Buffer) =>
  Buffer.from(hkdfSync('sha256', masterKey, Buffer.alloc(0), 'operator-link', LINK_KEY_BYTES))
