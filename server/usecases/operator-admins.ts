import { OPERATOR_ACTOR } from '../../src/contract/access-limits.ts'
import { ConflictError } from '../errors.ts'
import type { Admins } from '../ports/access.ts'
import type { Apps } from '../ports/apps.ts'
import type { Clock } from '../ports/clock.ts'
import type { People } from '../ports/people.ts'

/** A fault of the operator's command, in one line for the screen. */
export class CommandError extends Error {
  override readonly name = 'CommandError'
}

interface Deps {
  apps: Pick<Apps, 'find'>
  people: Pick<People, 'findByHandle'>
  admins: Pick<Admins, 'of' | 'add'>
  clock: Clock
}

export const USAGE = 'Usage: npm run admins -- list <appid>   |   npm run admins -- add <appid> <handle>'

/**
 * The operator's way out when the only admin of an app is gone. What is added is in the app's audit.
 * @returns what to say
 * @throws CommandError
 */
export async function operatorAdmins(deps: Deps, args: string[]): Promise<string> {
  const [verb, appid = '', handle = '', ...more] = args
  const isWhole =
    more.length === 0 && appid !== '' && (verb === 'list' ? handle === '' : verb === 'add' && handle !== '')
  if (!isWhole) throw new CommandError(USAGE)
  const app = await deps.apps.find(appid)
  if (!app)
    throw new CommandError(`${appid} is not bound here; an admin binds it with its AppSecret. 没有绑定这个应用。`)
  if (verb === 'add') await add(deps, appid, handle)
  const admins = await deps.admins.of(appid)
  const lines = admins.map(({ person }) => `  ${person.handle ?? '(no handle)'}  ${person.nickname}`)
  return [`Admins of ${app.name} (${appid}) · 管理员:`, ...lines].join('\n')
}

async function add({ people, admins, clock }: Deps, appid: string, handle: string): Promise<void> {
  const person = await people.findByHandle(handle)
  if (!person) {
    throw new CommandError(
      `Nobody has entered the handle ${handle}; the person signs in once and enters it in the profile. 没有人填写过这个微信号。`,
    )
  }
  try {
    await admins.add(appid, person.id, { actorId: OPERATOR_ACTOR, at: clock.now() })
  } catch (error) {
    if (error instanceof ConflictError)
      throw new CommandError(`${handle} is an admin of ${appid} already. 已是管理员。`)
    throw error
  }
}
