import type { DemoPerson } from '../../src/contract/identity.ts'
import { defaultScopes } from '../../src/contract/scopes.ts'
import type { HttpDeps } from '../http/deps.ts'
import { demoApp } from '../sandbox/index.ts'
import { bindApp } from '../usecases/bind-app.ts'

/** Ids that stay, so that a session survives a restart. */
export const demoIds: Record<DemoPerson, string> = {
  admin: '00000000-0000-4000-8000-0000000000a1',
  viewer: '00000000-0000-4000-8000-0000000000a2',
  stranger: '00000000-0000-4000-8000-0000000000a3',
}

const nicknames: Record<DemoPerson, string> = { admin: '陈管理', viewer: '林运营', stranger: '路过的人' }
const { freshShop, cafe, flowers, bus, silent } = demoApp

/** Who the demo's visitors may be. */
export async function seedPersons({ people, clock }: HttpDeps): Promise<void> {
  for (const [index, name] of (['admin', 'viewer', 'stranger'] as const).entries()) {
    const id = demoIds[name]
    if (await people.find(id)) continue
    const person = { id, nickname: nicknames[name], avatarUrl: null, handle: null, locale: 'zh-CN' as const }
    await people.register({ ...person, pin: `${index + 4}217` }, { openidHash: null, unionidHash: null }, clock.now())
  }
}

/** Binds the sandbox's apps as anybody would, and lets the viewer into two of them. What is there stays as it is. */
export async function seedApps(http: HttpDeps): Promise<void> {
  const { apps, grants, clock } = http
  if ((await apps.all()).length > 0) return
  for (const { appid, secret, name, kind } of [freshShop, cafe, bus, flowers, silent]) {
    await bindApp(http, { appid, secret, name, kind }, demoIds.admin)
  }
  const byAdmin = { actorId: demoIds.admin, at: clock.now() }
  const terms = { scopes: [...defaultScopes], expiresAt: null }
  await grants.grant(freshShop.appid, demoIds.viewer, terms, byAdmin)
  await grants.grant(cafe.appid, demoIds.viewer, { ...terms, scopes: ['overview'] }, byAdmin)
}
