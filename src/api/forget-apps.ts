import type { NoticePage } from '../contract/notices'
import { lastViews } from './index'
import { queryClient } from './query-client'
import { sessionStore } from './session'

/** What the list of apps is kept under, on the device and in memory. */
export const APPS_VIEW = 'apps'
/** And the numbers of all of them at once. */
export const PORTFOLIO_VIEW = 'portfolio'
/** What the newest notices are kept under. */
export const NOTICES_VIEW = 'notices'

/** What every answer that names several apps has. */
interface Named {
  apps: { appid: string }[]
}

/** Takes apps out of an answer that names several, on the device and in memory. */
function cutOut(owner: string, view: string, isGone: (appid: string) => boolean): void {
  const without = (list: Named): Named => ({ apps: list.apps.filter(({ appid }) => !isGone(appid)) })
  const kept = lastViews.read<Named>(owner, view)
  if (kept?.data.apps.some(({ appid }) => isGone(appid)))
    lastViews.keep(owner, view, { ...kept, data: without(kept.data) })
  queryClient.setQueryData<Named>([owner, view], list =>
    list?.apps.some(({ appid }) => isGone(appid)) ? without(list) : undefined,
  )
}

const isOf = (name: unknown, isApp: (appid: string) => boolean) =>
  typeof name === 'string' && name.includes('/') && isApp(name.split('/')[0] ?? '')

/** Of all apps, only these may still be seen: nothing of the others stays on the device or, off the screen, in memory. */
export function keepOnlyApps(owner: string, appids: readonly string[]): void {
  lastViews.keepApps(owner, appids)
  cutOut(owner, PORTFOLIO_VIEW, appid => !appids.includes(appid))
  const told = lastViews.read<NoticePage>(owner, NOTICES_VIEW)?.data.notices ?? []
  if (told.some(({ appid }) => appid !== null && !appids.includes(appid))) forgetNotices(owner)
  queryClient.removeQueries({
    type: 'inactive',
    predicate: ({ queryKey: [whose, name] }) => whose === owner && isOf(name, appid => !appids.includes(appid)),
  })
}

/** A notice names its app only as long as that may be seen: all are asked for anew. */
function forgetNotices(owner: string): void {
  lastViews.forget(owner, NOTICES_VIEW)
  void queryClient.invalidateQueries({ queryKey: [owner, NOTICES_VIEW] })
}

/** Takes an app out of everything that this device knows, at once and without a call. */
export function forgetAppHere(appid: string): void {
  const owner = sessionStore.getState().signedIn?.user.id
  if (owner === undefined) return
  lastViews.forgetApp(owner, appid)
  for (const view of [APPS_VIEW, PORTFOLIO_VIEW]) cutOut(owner, view, one => one === appid)
  forgetNotices(owner)
  void queryClient.invalidateQueries({ queryKey: [owner, APPS_VIEW] })
}

/** Asks anew for everything of an app that is on the screen. */
export function confirmApp(appid: string): void {
  void queryClient.invalidateQueries({ predicate: ({ queryKey }) => isOf(queryKey[1], one => one === appid) })
}
