import { ConflictError } from '../../../server/errors.ts'
import type { Apps } from '../../../server/ports/apps.ts'
import type { Handoffs, PendingHandoff, People, Person, Sessions } from '../../../server/ports/people.ts'

/** People in memory, for tests of what stands above the stores. */
export class FakePeople implements People {
  readonly persons = new Map<string, Person>()
  readonly openids = new Map<string, string>()

  async findByOpenid(openidHash: string) {
    return this.find(this.openids.get(openidHash) ?? '')
  }
  async findByHandle(handle: string) {
    return [...this.persons.values()].find(person => person.handle === handle) ?? null
  }
  async find(id: string) {
    return this.persons.get(id) ?? null
  }
  async declared(handle: string) {
    const person = await this.findByHandle(handle)
    return person ? { person, since: 0 } : null
  }
  async keepOpenid() {}
  async erase(id: string) {
    this.persons.delete(id)
  }
  async register(person: Person, { openidHash }: { openidHash: string | null }) {
    if (openidHash !== null && this.openids.has(openidHash)) throw new ConflictError('openid')
    if (person.handle !== null && (await this.findByHandle(person.handle))) throw new ConflictError('handle')
    this.persons.set(person.id, person)
    if (openidHash !== null) this.openids.set(openidHash, person.id)
  }
  async update(id: string, changes: Partial<Person>) {
    const person = this.persons.get(id)
    if (!person) throw new Error('no such person')
    const holder = changes.handle ? await this.findByHandle(changes.handle) : null
    if (holder && holder.id !== id) throw new ConflictError('handle')
    const changed = { ...person, ...changes }
    this.persons.set(id, changed)
    return changed
  }
}

export class FakeSessions implements Sessions {
  readonly rows = new Map<string, { id: string; personId: string; expiresAt: number }>()
  /** How often somebody asked who calls. */
  reads = 0
  extensions = 0

  constructor(
    private readonly people: People,
    private readonly apps: Pick<Apps, 'visibleTo'>,
  ) {}

  async open({ id, tokenHash, personId, expiresAt }: Parameters<Sessions['open']>[0]) {
    this.rows.set(tokenHash, { id, personId, expiresAt })
  }
  async caller(tokenHash: string, appid: string | null, now: number) {
    this.reads += 1
    const row = this.rows.get(tokenHash)
    if (!row || row.expiresAt <= now) return null
    const person = await this.people.find(row.personId)
    if (!person) return null
    const visible = appid === null ? [] : await this.apps.visibleTo(person.id, now)
    const relation = visible.find(entry => entry.app.appid === appid)?.relation ?? null
    return { person, sessionId: row.id, sessionExpiresAt: row.expiresAt, relation }
  }
  async extend(sessionId: string, expiresAt: number) {
    this.extensions += 1
    for (const row of this.rows.values()) if (row.id === sessionId) row.expiresAt = expiresAt
  }
  async close(tokenHash: string) {
    this.rows.delete(tokenHash)
  }
}

export class FakeHandoffs implements Handoffs {
  readonly rows = new Map<string, PendingHandoff>()
  private readonly links = new Set<string>()
  private readonly taken = new Set<string>()

  async create(handoff: PendingHandoff) {
    this.rows.set(handoff.id, { ...handoff })
  }
  async findByCode(codeHash: string) {
    return [...this.rows.values()].find(row => row.codeHash === codeHash) ?? null
  }
  async approve(codeHash: string, personId: string, now: number) {
    const row = await this.findByCode(codeHash)
    if (!row || row.approvedBy !== null || row.expiresAt <= now) return false
    row.approvedBy = personId
    return true
  }
  async find(id: string) {
    return this.rows.get(id) ?? null
  }
  async consume(id: string) {
    const approvedBy = this.rows.get(id)?.approvedBy ?? null
    if (approvedBy === null || this.taken.has(id)) return null
    this.taken.add(id)
    return approvedBy
  }
  async useLink(nonce: string) {
    if (this.links.has(nonce)) return false
    this.links.add(nonce)
    return true
  }
}
