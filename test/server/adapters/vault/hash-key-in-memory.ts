import type { HashKeyStore } from '../../../../server/adapters/vault/hash-key.ts'

/** A place for the hash key that lasts as long as the test. */
export function hashKeyInMemory(): HashKeyStore & { sealed: string | null } {
  return {
    sealed: null,
    async read() {
      return this.sealed
    },
    async keepFirst(sealed) {
      this.sealed ??= sealed
      return this.sealed
    },
  }
}
