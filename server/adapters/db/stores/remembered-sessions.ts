import type { AccessRequests, Admins, Grants, Invitations } from '../../../ports/access.ts'
import type { Apps } from '../../../ports/apps.ts'
import type { Avatars } from '../../../ports/avatars.ts'
import type { Caller, People, Sessions } from '../../../ports/people.ts'
import { Memory } from './memory.ts'
import { stillInForce } from './relation.ts'

const CALLERS = 10_000
/** Apps over all the lists that are remembered. */
const VISIBLE_APPS = 50_000

type Visible = Awaited<ReturnType<Apps['visibleTo']>>

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

/** Callers and their apps from memory; everything that changes who may what makes it forget. */
export function rememberCallers<S extends Rights>(stores: S): S {
  const callers = new Memory<Caller | null>(CALLERS)
  const visible = new Memory<Visible>(VISIBLE_APPS)
  const forgetAfter = <T>(write: Promise<T>) => callers.forgetAfter(visible.forgetAfter(write))
  const { sessions, people, apps, grants, admins, invitations, accessRequests, avatars } = stores
  return {
    ...stores,
    sessions: {
      open: session => sessions.open(session),
      extend: (id, expiresAt) => forgetAfter(sessions.extend(id, expiresAt)),
      close: tokenHash => forgetAfter(sessions.close(tokenHash)),
      async caller(tokenHash, appid, now) {
        const key = `${tokenHash} ${appid ?? ''}`
        const caller = await callers.recall(key, () => sessions.caller(tokenHash, appid, now), weigh)
        if (!caller || caller.sessionExpiresAt <= now) return null
        return { ...caller, relation: stillInForce(caller.relation, now) }
      },
    },
    people: {
      ...people,
      update: (id, changes, now) => forgetAfter(people.update(id, changes, now)),
      erase: (id, now) => forgetAfter(people.erase(id, now)),
    },
    apps: {
      ...apps,
      async visibleTo(personId, now) {
        const known = await visible.recall(
          personId,
          () => apps.visibleTo(personId, now),
          apps => apps.length + 1,
        )
        return known.filter(({ relation }) => stillInForce(relation, now) !== null)
      },
      rename: (appid, changes) => forgetAfter(apps.rename(appid, changes)),
      noteToken: (appid, state, detail) => forgetAfter(apps.noteToken(appid, state, detail)),
      bind: (app, secret, adminId) => forgetAfter(apps.bind(app, secret, adminId)),
      unbind: (appid, options, deed) => forgetAfter(apps.unbind(appid, options, deed)),
    },
    grants: {
      viewers: (appid, now) => grants.viewers(appid, now),
      grant: (...change) => forgetAfter(grants.grant(...change)),
      change: (...change) => forgetAfter(grants.change(...change)),
      revoke: (...change) => forgetAfter(grants.revoke(...change)),
      leave: (...change) => forgetAfter(grants.leave(...change)),
    },
    admins: {
      ...admins,
      add: (...change) => forgetAfter(admins.add(...change)),
      remove: (...change) => forgetAfter(admins.remove(...change)),
    },
    invitations: {
      ...invitations,
      accept: (...change) => forgetAfter(invitations.accept(...change)),
    },
    avatars: {
      ...avatars,
      keep: (...change) => forgetAfter(avatars.keep(...change)),
      takeDown: trace => forgetAfter(avatars.takeDown(trace)),
    },
    accessRequests: {
      ...accessRequests,
      approve: (...change) => forgetAfter(accessRequests.approve(...change)),
    },
  }
}
