import { describe, expect, it } from 'vitest'
import { createResealer } from '../../../server/adapters/vault/resealer.ts'
import { createVault } from '../../../server/adapters/vault/vault.ts'
import type { SealedThing, SealedThings } from '../../../server/ports/sealed.ts'
import { rotateKeys } from '../../../server/usecases/rotate-keys.ts'
import { hashKeyInMemory } from '../adapters/vault/hash-key-in-memory.ts'

const [newest, older, lost] = [1, 2, 3].map(fill => Buffer.alloc(32, fill)) as [Buffer, Buffer, Buffer]

async function secretUnder(key: Buffer, appid: string): Promise<SealedThing> {
  const vault = await createVault({ masterKeys: [key], hashKeyStore: hashKeyInMemory() })
  const context = `app-secret:${appid}`
  return { kind: 'app-secret', id: appid, context, sealed: vault.seal(`secret of ${appid}`, context) }
}

function thingsInMemory(stored: SealedThing[]): SealedThings & { stored: SealedThing[] } {
  return {
    stored,
    listOthers: async prefix => stored.filter(({ sealed }) => !sealed.startsWith(prefix)).map(thing => ({ ...thing })),
    replace: async (thing, sealed) => {
      const place = stored.find(({ context, sealed }) => context === thing.context && sealed === thing.sealed)
      if (place) place.sealed = sealed
      return place !== undefined
    },
  }
}

const resealer = createResealer([newest, older])

describe('rotating keys', () => {
  it('leaves everything open to the new key alone', async () => {
    const things = thingsInMemory([await secretUnder(older, 'wx1'), await secretUnder(older, 'wx2')])
    expect((await rotateKeys({ things, resealer })).resealed['app-secret']).toBe(2)
    const vault = await createVault({ masterKeys: [newest], hashKeyStore: hashKeyInMemory() })
    const opened = things.stored.map(({ sealed, context }) => vault.open(sealed, context))
    expect(opened).toEqual(['secret of wx1', 'secret of wx2'])
  })

  it('does nothing twice', async () => {
    const things = thingsInMemory([await secretUnder(older, 'wx1')])
    await rotateKeys({ things, resealer })
    const [{ sealed } = { sealed: '' }] = things.stored
    expect((await rotateKeys({ things, resealer })).resealed['app-secret']).toBe(0)
    expect(things.stored[0]?.sealed).toBe(sealed)
  })

  it('goes on where it was broken off', async () => {
    const things = thingsInMemory([await secretUnder(newest, 'wx1'), await secretUnder(older, 'wx2')])
    expect((await rotateKeys({ things, resealer })).resealed['app-secret']).toBe(1)
  })

  it('names what no key opens, leaves it, and does the rest', async () => {
    const [bad, good] = [await secretUnder(lost, 'wx1'), await secretUnder(older, 'wx2')]
    const before = bad.sealed
    const things = thingsInMemory([bad, good])
    const { resealed, unopened } = await rotateKeys({ things, resealer })
    expect(unopened).toEqual(['app-secret:wx1'])
    expect(resealed['app-secret']).toBe(1)
    expect(bad.sealed).toBe(before)
  })

  it('goes round again for what a running server wrote meanwhile', async () => {
    const things = thingsInMemory([await secretUnder(older, 'wx1')])
    const late = await secretUnder(older, 'wx1')
    const { replace } = things
    let crossed = false
    things.replace = async (thing, sealed) => {
      if (!crossed && things.stored[0]) things.stored[0].sealed = late.sealed
      crossed = true
      return replace(thing, sealed)
    }
    expect((await rotateKeys({ things, resealer })).resealed['app-secret']).toBe(1)
    expect(things.stored[0]?.sealed.startsWith(resealer.prefix)).toBe(true)
  })
})
