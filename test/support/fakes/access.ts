import type { HttpDeps } from '../../../server/http/deps.ts'
import type { AccessDesk } from '../../../server/usecases/access-desk.ts'
import type { AvatarDesk } from '../../../server/usecases/avatars.ts'
import type { FakeApps } from './apps.ts'

/** A port behind which nothing stands: tests of access run on real stores (`access-app.ts`), the others never get here. */
const nothing = <Port extends object>(name: string): Port =>
  new Proxy({} as Port, {
    get: (_port, method) => () => Promise.reject(new Error(`${name}.${String(method)} has no fake`)),
  })

type Extra = 'looks' | 'invitationImages' | 'wordCheck' | 'pictureCheck'

/** What the HTTP layer asks about rights while no test is about them. */
export function fakeAccess(apps: FakeApps): Omit<AccessDesk & AvatarDesk, 'random' | 'people'> & Pick<HttpDeps, Extra> {
  return {
    grants: nothing('grants'),
    admins: {
      of: async () => [],
      add: async () => null,
      remove: async () => false,
      administersAny: async personId =>
        apps.relations.some(row => row.personId === personId && row.relation.role === 'admin'),
    },
    invitations: nothing('invitations'),
    accessRequests: nothing('accessRequests'),
    audit: nothing('audit'),
    notices: nothing('notices'),
    avatars: nothing('avatars'),
    messages: { deliver: () => {}, subscriptions: async () => ({ subscriptions: [] }), accept: async () => {} },
    invitationImages: nothing('invitationImages'),
    wordCheck: { refuseUnsuitable: async () => {} },
    pictureCheck: { ask: () => {}, hear: async () => {} },
    looks: { note: async () => {}, noteMany: async () => {} },
  }
}
