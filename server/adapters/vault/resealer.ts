import type { Resealer } from '../../ports/sealed.ts'
import { open, seal, sealedPrefix } from './envelope.ts'
import { ringOf } from './vault.ts'

/** @param masterKeys newest first */
export function createResealer(masterKeys: Buffer[]): Resealer {
  const ring = ringOf(masterKeys)
  return {
    prefix: sealedPrefix(ring[0]),
    reseal: (sealed, context) => seal(open(sealed, context, ring), context, ring[0]),
  }
}
