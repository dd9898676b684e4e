import type { Apps } from '../../../ports/apps.ts'
import type { Caller, People, Sessions } from '../../../ports/people.ts'
import { Memory } from './memory.ts'
import { stillInForce } from './relation.ts'

const CALLERS = 10_000

/** Tokens that nobody has are not remembered: they are without number, and one of them may be given out next. */
const weigh = (caller: Caller | null) => (caller ? 1 : Number.POSITIVE_INFINITY)

/** Callers from memory; everything that changes who may what makes it forget. */
export function rememberCallers<S extends { sessions: Sessions; people: People; apps: Apps }>(stores: S): S {
  const memory = new Memory<Caller | null>(CALLERS)
  const { sessions, people, apps } = stores
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
    people: { ...people, update: (id, changes) => memory.forgetAfter(people.update(id, changes)) },
    apps: {
      ...apps,
      bind: (app, secret, adminId) => memory.forgetAfter(apps.bind(app, secret, adminId)),
      unbind: (appid, options) => memory.forgetAfter(apps.unbind(appid, options)),
      grant: (appid, personId, grant) => memory.forgetAfter(apps.grant(appid, personId, grant)),
    },
  }
}
