import type { Deed } from '../ports/access.ts'
import type { AppBinding } from './bind-app.ts'

/** Erases what we hold of an app; WeChat's numbers stay only when somebody wants to keep them. */
export async function unbindApp(
  { apps, forgetToken }: Pick<AppBinding, 'apps' | 'forgetToken'>,
  appid: string,
  options: { keepArchive: boolean },
  deed: Deed,
): Promise<void> {
  await apps.unbind(appid, options, deed)
  forgetToken(appid)
}
