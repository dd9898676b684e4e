import type { App } from '../../contract/apps'
import type { Locale } from '../../contract/identity'
import type { Scope } from '../../contract/scopes'
import { textOf } from '../../lib/text'
import type { IconName } from '../../ui/icon'
import { isAdminPage } from './admin-pages'
import type { AppPage, ReportPage } from './routes'

export interface Module {
  id: AppPage
  icon: IconName
  text: string
  isLocked: boolean
}

export interface ModuleGroup {
  id: 'overview' | 'visits' | 'people' | 'manage'
  title: string
  modules: Module[]
}

const needs: Record<ReportPage, Scope> = {
  overview: 'overview',
  trend: 'visit',
  sources: 'visit',
  engagement: 'visit',
  pages: 'pages',
  retention: 'retention',
  portrait: 'portrait',
  performance: 'visit',
  realtime: 'realtime',
}

/** Whether a page is open to the person; true as long as the app is not known, since the server decides. */
export const maySee = (app: Pick<App, 'scopes' | 'role'> | null, page: AppPage): boolean =>
  app === null || app.role === 'admin' || (!isAdminPage(page) && app.scopes.includes(needs[page]))

/** Where a switch leads: the same page where the other app has it, else the first that is open there. */
export function pageAfter(page: AppPage, target: Pick<App, 'scopes' | 'role'>): AppPage {
  if (maySee(target, page)) return page
  return (Object.keys(needs) as ReportPage[]).find(one => maySee(target, one)) ?? 'overview'
}

/** What can be opened for an app, in the order of 导航页. Only pages that exist are named. */
export function modulesOf(app: Pick<App, 'scopes' | 'role'> | null, locale: Locale): ModuleGroup[] {
  const { apps, collector, grants, settings } = textOf(locale)
  const managing = { grants: grants.title, settings: settings.title, collector: collector.title }
  const module = (id: AppPage, icon: IconName): Module => ({
    id,
    icon,
    text: isAdminPage(id) ? managing[id] : apps[id],
    isLocked: !maySee(app, id),
  })
  // no sections that a viewer could ask for
  const manage: ModuleGroup = {
    id: 'manage',
    title: grants.manage,
    modules: [module('grants', 'grants'), module('collector', 'link'), module('settings', 'key')],
  }
  return [
    {
      id: 'overview',
      title: apps.overviewGroup,
      modules: [module('overview', 'overview')],
    },
    {
      id: 'visits',
      title: apps.visits,
      modules: [
        module('trend', 'trend'),
        module('sources', 'sources'),
        module('retention', 'retention'),
        module('engagement', 'clock'),
        module('pages', 'pages'),
      ],
    },
    {
      id: 'people',
      title: apps.peopleGroup,
      modules: [module('realtime', 'realtime'), module('portrait', 'person'), module('performance', 'device')],
    },
    ...(app !== null && app.role === 'admin' ? [manage] : []),
  ]
}
