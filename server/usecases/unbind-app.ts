import type { Deed } from '../ports/access.ts'
import type { AppBinding } from './bind-app.ts'
import type { CollectDesk } from './collect/desk.ts'

/**
 * Erases what we hold of an app; WeChat's numbers stay only when somebody wants to keep them. Its events go first: where
 * that fails, the app is still bound, and unbinding it can be tried again; what breaks off later is finished at the next
 * start. @see finishErasures
 */
export async function unbindApp(
  { apps, forgetToken, collect }: Pick<AppBinding, 'apps' | 'forgetToken'> & { collect: CollectDesk },
  appid: string,
  options: { keepArchive: boolean },
  deed: Deed,
): Promise<void> {
  await collect.events.erase(appid)
  await apps.unbind(appid, options, deed)
  await collect.writeKeys.forget(appid)
  collect.refused.forget(appid)
  forgetToken(appid)
  // what came in between, here and on other instances
  if (!(await apps.find(appid))) await collect.events.erase(appid)
  await collect.erasures.finish(appid)
}
