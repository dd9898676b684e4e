import type { AccessRequests, Admins, Grants, Invitations } from '../../../ports/access.ts'
import type { Apps } from '../../../ports/apps.ts'
import type { Avatars } from '../../../ports/avatars.ts'
import type { Caller, People, Sessions } from '../../../ports/people.ts'
import { Memory } from './memory.ts'
import { stillInForce } from './relation.ts'

const CALLERS = 10_000

/** Tokens that nobody has are not remembered: they are without number, and one of them may be given out next. */
const weigh = (caller: Caller | null) => (caller ? 1 : Number.POSITIVE_INFINITY)

interface Rights {
  sessions: Sessions
  people: People
  apps: Apps
  grants: Grants
  admins: Admins
  invitations: Invitations
  accessRequests: AccessRequests
  avatars: Avatars
}

/** Callers from memory; everything that changes who may what makes it forget. */
export function rememberCallers<S extends Rights>(stores: S): S {
  const memory = new Memory<Caller | null>(CALLERS)
  const { sessions, people, apps, grants, admins, invitations, accessRequests, avatars } = stores
  return {
    ...stores,
    sessions: {
      open: session => sessions.open(session),
      extend: (id, expiresAt) => memory.forgetAfter(sessions.extend(id, expiresAt)),
      close: tokenHash => memory.forgetAfter(sessions.close(tokenHash)),
      async caller(tokenHash, appid, now) {
        const key = `${tokenHash} ${appid ?? ''}`
        const caller = await memory.recall(key, () => sessions.caller(tokenHash, appid, now), weigh)
        if (!caller || caller.sessionExpiresAt <= now) return null
        return { ...caller, relation: stillInForce(caller.relation, now) }
      },
    },
    people: {
      ...people,
      update: (id, changes, now) => memory.forgetAfter(people.update(id, changes, now)),
      erase: (id, now) => memory.forgetAfter(people.erase(id, now)),
    },
    apps: {
      ...apps,
      bind: (app, secret, adminId) => memory.forgetAfter(apps.bind(app, secret, adminId)),
      unbind: (appid, options, deed) => memory.forgetAfter(apps.unbind(appid, options, deed)),
    },
    grants: {
      viewers: (appid, now) => grants.viewers(appid, now),
      grant: (...change) => memory.forgetAfter(grants.grant(...change)),
      change: (...change) => memory.forgetAfter(grants.change(...change)),
      revoke: (...change) => memory.forgetAfter(grants.revoke(...change)),
      leave: (...change) => memory.forgetAfter(grants.leave(...change)),
    },
    admins: {
      ...admins,
      add: (...change) => memory.forgetAfter(admins.add(...change)),
      remove: (...change) => memory.forgetAfter(admins.remove(...change)),
    },
    invitations: {
      ...invitations,
      accept: (...change) => memory.forgetAfter(invitations.accept(...change)),
    },
    avatars: {
      ...avatars,
      keep: (...change) => memory.forgetAfter(avatars.keep(...change)),
      takeDown: trace => memory.forgetAfter(avatars.takeDown(trace)),
    },
    accessRequests: {
      ...accessRequests,
      approve: (...change) => memory.forgetAfter(accessRequests.approve(...change)),
    },
  }
}
