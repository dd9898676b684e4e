import type { Resealer, SealedThing, SealedThings } from '../ports/sealed.ts'

/** What a rotation did. */
export interface Rotation {
  /** How many of each kind were sealed anew. */
  resealed: Record<SealedThing['kind'], number>
  /** Contexts of those that no key opened; they stay as they were. */
  unopened: string[]
}

/**
 * Seals everything under the newest master key. May be broken off and started again: what is done is not done twice.
 * Goes round until a round finds nothing, since a running server may write meanwhile.
 */
export async function rotateKeys(deps: { things: SealedThings; resealer: Resealer }): Promise<Rotation> {
  const { things, resealer } = deps
  const rotation: Rotation = {
    resealed: { 'app-secret': 0, 'access-token': 0, openid: 0, 'hash-key': 0 },
    unopened: [],
  }
  for (;;) {
    const listed = await things.listOthers(resealer.prefix)
    const left = listed.filter(({ context }) => !rotation.unopened.includes(context))
    if (left.length === 0) return rotation
    for (const thing of left) {
      const sealed = resealOrNull(resealer, thing)
      if (sealed === null) rotation.unopened.push(thing.context)
      else if (await things.replace(thing, sealed)) rotation.resealed[thing.kind]++
    }
  }
}

function resealOrNull(resealer: Resealer, thing: SealedThing): string | null {
  try {
    return resealer.reseal(thing.sealed, thing.context)
  } catch {
    return null
  }
}
