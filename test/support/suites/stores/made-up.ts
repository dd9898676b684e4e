import type { BoundApp } from '../../../../server/ports/apps.ts'
import type { Answered, ArchiveKey } from '../../../../server/ports/archive.ts'
import type { Person } from '../../../../server/ports/people.ts'
import type { TestStores } from '../../database.ts'

let made = 0
/** A name that no other test of the file uses. */
export const fresh = (stem: string) => `${stem}-${++made}`

export const T0 = Date.UTC(2026, 6, 14, 8)

/** A deed of a person whom nobody knows any more. */
export const bySomebody = { actorId: 'somebody', at: T0 }

export function aPerson(changes: Partial<Person> = {}): Person {
  return {
    id: fresh('person'),
    nickname: '小林',
    avatarUrl: null,
    handle: null,
    locale: 'zh-CN',
    pin: '0427',
    ...changes,
  }
}

export async function registered({ stores }: TestStores, changes: Partial<Person> = {}): Promise<Person> {
  const person = aPerson(changes)
  await stores.people.register(person, { openidHash: fresh('openid'), unionidHash: null }, T0)
  return person
}

export function anApp(changes: Partial<BoundApp> = {}): BoundApp {
  return {
    appid: fresh('wx_app'),
    name: '花店',
    avatarUrl: null,
    kind: 'miniprogram',
    boundAt: T0,
    tokenState: 'ok',
    tokenDetail: null,
    ...changes,
  }
}

/** A bound app and its admin. */
export async function bound(test: TestStores, changes: Partial<BoundApp> = {}) {
  const admin = await registered(test)
  const app = anApp(changes)
  await test.stores.apps.bind(app, `secret of ${app.appid}`, admin.id)
  return { app, appid: app.appid, admin }
}

/** A live session. @returns the hash of its token */
export async function signedIn({ stores }: TestStores, personId: string, expiresAt = T0 + 1_000): Promise<string> {
  const tokenHash = fresh('token')
  await stores.sessions.open({ id: fresh('session'), tokenHash, personId, createdAt: T0, expiresAt })
  return tokenHash
}

export function anAnswer(appid: string, changes: Partial<Answered> = {}): Answered {
  return {
    ...dayOf(appid),
    answer: '{"list":[]}',
    hasData: true,
    fetchedAt: T0,
    final: true,
    rechecked: false,
    ...changes,
  }
}

export const dayOf = (appid: string, period = '2026-07-13'): ArchiveKey => ({ appid, report: 'visit.daily', period })
