import type { AccessDesk } from '../../../server/usecases/access-desk.ts'
import type { AvatarDesk } from '../../../server/usecases/avatars.ts'
import type { Looks } from '../../../server/usecases/looks.ts'
import type { FakeApps } from './apps.ts'

/** A port behind which nothing stands: tests of access run on real stores (`access-app.ts`), the others never get here. */
const nothing = <Port extends object>(name: string): Port =>
  new Proxy({} as Port, {
    get: (_port, method) => () => Promise.reject(new Error(`${name}.${String(method)} has no fake`)),
  })

/** What the HTTP layer asks about rights while no test is about them. */
export function fakeAccess(apps: FakeApps): Omit<AccessDesk & AvatarDesk, 'random' | 'people'> & { looks: Looks } {
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
    looks: { note: async () => {}, noteMany: async () => {} },
  }
}
