import type { AppList } from '../contract/apps'
import { lastViews } from './index'
import { queryClient } from './query-client'
import { sessionStore } from './session'

/** What the list of apps is kept under, on the device and in memory. */
export const APPS_VIEW = 'apps'

const isOf = (name: unknown, isApp: (appid: string) => boolean) =>
  typeof name === 'string' && name.includes('/') && isApp(name.split('/')[0] ?? '')

/** Of all apps, only these may still be seen: nothing of the others stays on the device or, off the screen, in memory. */
export function keepOnlyApps(owner: string, appids: readonly string[]): void {
  lastViews.keepApps(owner, appids)
  queryClient.removeQueries({
    type: 'inactive',
    predicate: ({ queryKey: [whose, name] }) => whose === owner && isOf(name, appid => !appids.includes(appid)),
  })
}

/** Takes an app out of everything that this device knows, at once and without a call. */
export function forgetAppHere(appid: string): void {
  const owner = sessionStore.getState().signedIn?.user.id
  if (owner === undefined) return
  lastViews.forgetApp(owner, appid)
  const without = (list: AppList): AppList => ({ apps: list.apps.filter(app => app.appid !== appid) })
  const kept = lastViews.read<AppList>(owner, APPS_VIEW)
  if (kept !== null) lastViews.keep(owner, APPS_VIEW, { ...kept, data: without(kept.data) })
  queryClient.setQueryData<AppList>([owner, APPS_VIEW], list => list && without(list))
  void queryClient.invalidateQueries({ queryKey: [owner, APPS_VIEW] })
}

/** Asks anew for everything of an app that is on the screen. */
export function confirmApp(appid: string): void {
  void queryClient.invalidateQueries({ predicate: ({ queryKey }) => isOf(queryKey[1], one => one === appid) })
}
