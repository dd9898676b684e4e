import type { Relation } from '../../../server/domain/permissions.ts'
import { UNREADABLE } from '../../../server/domain/token-words.ts'
import { ConflictError } from '../../../server/errors.ts'
import type { Apps, BoundApp } from '../../../server/ports/apps.ts'
import type { Scope } from '../../../src/contract/scopes.ts'

/** Bound apps in memory. */
export class FakeApps implements Apps {
  readonly rows = new Map<string, BoundApp>()
  readonly secrets = new Map<string, string>()
  readonly relations: { appid: string; personId: string; relation: Relation }[] = []
  readonly unbound: { appid: string; keepArchive: boolean }[] = []

  async find(appid: string) {
    return this.rows.get(appid) ?? null
  }
  async all() {
    return [...this.rows.values()]
  }
  async visibleTo(personId: string, _now: number) {
    return this.relations
      .filter(row => row.personId === personId)
      .flatMap(({ appid, relation }) => {
        const app = this.rows.get(appid)
        return app ? [{ app, relation }] : []
      })
  }
  async bind(app: BoundApp, secret: string, adminId: string) {
    if (this.rows.has(app.appid)) throw new ConflictError('app')
    this.rows.set(app.appid, app)
    this.secrets.set(app.appid, secret)
    this.relations.push({ appid: app.appid, personId: adminId, relation: { role: 'admin' } })
  }
  async rename(appid: string, changes: { name?: string; avatarUrl?: string | null }) {
    this.change(appid, changes)
  }
  async replaceSecret(appid: string, secret: string) {
    this.secrets.set(appid, secret)
  }
  async countUnreadable() {
    return [...this.rows.values()].filter(app => app.tokenDetail === UNREADABLE).length
  }
  async noteToken(appid: string, tokenState: BoundApp['tokenState'], tokenDetail: string | null) {
    this.change(appid, { tokenState, tokenDetail })
  }
  async unbind(appid: string, { keepArchive }: { keepArchive: boolean }) {
    this.rows.delete(appid)
    this.secrets.delete(appid)
    this.unbound.push({ appid, keepArchive })
  }
  async grant(appid: string, personId: string, grant: { scopes: string[]; expiresAt: number | null }) {
    const relation = { role: 'viewer' as const, scopes: grant.scopes as Scope[], expiresAt: grant.expiresAt }
    this.relations.push({ appid, personId, relation })
  }
  private change(appid: string, changes: Partial<BoundApp>) {
    const app = this.rows.get(appid)
    if (app) this.rows.set(appid, { ...app, ...changes })
  }
}
