import { describe, expect, it } from 'vitest'
import { createVault } from '../../../../server/adapters/vault/vault.ts'
import { SettingError } from '../../../../server/config.ts'
import { hashKeyInMemory } from './hash-key-in-memory.ts'

const [one, two, three] = [1, 2, 3].map(fill => Buffer.alloc(32, fill)) as [Buffer, Buffer, Buffer]
const vaultOf = (masterKeys: Buffer[], hashKeyStore = hashKeyInMemory()) => createVault({ masterKeys, hashKeyStore })

describe('the vault', () => {
  it.each(['', 'a secret', '秘密 🔑', 'x'.repeat(10_000)])('opens what it sealed: %s', async plain => {
    const vault = await vaultOf([one])
    expect(vault.open(vault.seal(plain, 'app-secret:wx1'), 'app-secret:wx1')).toBe(plain)
  })

  it('seals into printable text that does not hold the plain one', async () => {
    const sealed = (await vaultOf([one])).seal('plain-as-day', 'here')
    expect(sealed).toMatch(/^[A-Za-z0-9_-]+$/)
    expect(Buffer.from(sealed, 'base64url').includes('plain-as-day')).toBe(false)
  })

  it('seals the same text differently each time', async () => {
    const vault = await vaultOf([one])
    expect(vault.seal('same', 'here')).not.toBe(vault.seal('same', 'here'))
  })

  it('opens nothing that was moved to another context', async () => {
    const vault = await vaultOf([one])
    expect(() => vault.open(vault.seal('secret', 'app-secret:wx1'), 'app-secret:wx2')).toThrow('app-secret:wx2')
  })

  it('opens nothing of which any byte was touched', async () => {
    const vault = await vaultOf([one])
    const bytes = Buffer.from(vault.seal('secret', 'here'), 'base64url')
    for (let place = 0; place < bytes.length; place++) {
      const touched = Buffer.from(bytes)
      touched[place] = (touched[place] ?? 0) ^ 1
      expect(() => vault.open(touched.toString('base64url'), 'here'), `byte ${place}`).toThrow(/sealed/)
    }
  })

  it.each(['', 'AQ', 'not sealed at all'])('opens no nonsense: "%s"', async text => {
    const vault = await vaultOf([one])
    expect(() => vault.open(text, 'here')).toThrow('unknown key')
  })

  it('says nothing of the content when it does not open', async () => {
    const vault = await vaultOf([one])
    expect(() => vault.open(vault.seal('hunter2', 'here'), 'there')).toThrow(/^((?!hunter2).)*$/)
  })

  it('opens what an older key of its ring sealed, and seals with the newest', async () => {
    const store = hashKeyInMemory()
    const before = await vaultOf([one], store)
    const between = await vaultOf([two, one], store)
    expect(between.open(before.seal('secret', 'here'), 'here')).toBe('secret')
    expect(() => before.open(between.seal('secret', 'here'), 'here')).toThrow('unknown key')
  })

  it('does not open what a key outside its ring sealed', async () => {
    const sealed = (await vaultOf([one])).seal('secret', 'here')
    const other = await vaultOf([two])
    expect(() => other.open(sealed, 'here')).toThrow('unknown key')
  })

  it('refuses an empty ring', async () => {
    await expect(vaultOf([])).rejects.toThrow('at least one')
  })
})

describe('keyed hashes', () => {
  it('are equal for equal input, from start to start', async () => {
    const store = hashKeyInMemory()
    const [first, second] = [await vaultOf([one], store), await vaultOf([one], store)]
    expect(first.hash('openid-1', 'openid')).toBe(second.hash('openid-1', 'openid'))
  })

  it('stay the same under a new master key', async () => {
    const store = hashKeyInMemory()
    const before = await vaultOf([one], store)
    const after = await vaultOf([two, one], store)
    expect(after.hash('openid-1', 'openid')).toBe(before.hash('openid-1', 'openid'))
  })

  it('differ by input, by purpose and by installation', async () => {
    const vault = await vaultOf([one])
    const other = await vaultOf([one])
    const hashes = [
      vault.hash('id-1', 'openid'),
      vault.hash('id-2', 'openid'),
      vault.hash('id-1', 'unionid'),
      other.hash('id-1', 'openid'),
    ]
    expect(new Set(hashes).size).toBe(4)
  })

  it('agree between two that start at the same moment', async () => {
    const store = hashKeyInMemory()
    const [a, b] = await Promise.all([vaultOf([one], store), vaultOf([one], store)])
    expect(a.hash('id', 'openid')).toBe(b.hash('id', 'openid'))
  })

  it('need the right master key: another one stops the start in one line', async () => {
    const store = hashKeyInMemory()
    await vaultOf([one], store)
    const failure = await vaultOf([three, two], store).catch(error => error)
    expect(failure).toBeInstanceOf(SettingError)
    expect(failure.message).toMatch(/^MASTER_KEY does not open this database; write [^\n]+$/)
  })
})

describe('keys for operator links', () => {
  it('are one for each master key, newest first, and not the master key', async () => {
    const store = hashKeyInMemory()
    const [oldLinkKey] = (await vaultOf([one], store)).linkKeys()
    const ring = (await vaultOf([two, one], store)).linkKeys()
    expect(ring).toHaveLength(2)
    expect(ring[1]).toEqual(oldLinkKey)
    expect(ring).not.toContainEqual(one)
  })
})
