import { useStore } from 'zustand'
import { call, lastViews } from '../../api'
import { APPS_VIEW, keepOnlyApps } from '../../api/forget-apps'
import { sessionStore } from '../../api/session'
import { useView } from '../../api/view'
import type { App, AppList } from '../../contract/apps'
import { type Day, yesterdayOf } from '../../contract/periods'
import type { OverviewAnswer } from '../../contract/reports'
import { overviewViewName } from '../overview/view-name'

/** The apps that the person may see; what the device keeps of others goes with each answer. */
export function useApps(poll?: number) {
  const owner = useStore(sessionStore, state => state.signedIn?.user.id ?? null)
  return useView<AppList>({
    name: APPS_VIEW,
    read: async signal => {
      const list = await call('listApps', {}, { signal })
      if (owner !== null)
        keepOnlyApps(
          owner,
          list.apps.map(({ appid }) => appid),
        )
      return list
    },
    staleTime: 10_000,
    ...(poll === undefined ? {} : { poll: () => poll }),
  })
}

/** One app of the list; null until the list is known or when it is not in it. */
export function useApp(appid: string): App | null {
  const { data } = useApps()
  return data?.apps.find(app => app.appid === appid) ?? null
}

/** Yesterday's visitors of an app, if its overview was looked at on this device. */
export function useKnownVisitors(now: number): (appid: string) => number | null {
  const owner = useStore(sessionStore, state => state.signedIn?.user.id ?? null)
  const yesterday = yesterdayOf(now)
  return appid => (owner === null ? null : knownVisitors(owner, appid, yesterday))
}

function knownVisitors(owner: string, appid: string, yesterday: Day): number | null {
  const data = lastViews.read<OverviewAnswer>(owner, overviewViewName(appid, null))?.data.data
  if (data === undefined || data.date !== yesterday) return null
  return data.metrics.find(({ id }) => id === 'visit_uv')?.value ?? null
}
