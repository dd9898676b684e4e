import { useStore } from 'zustand'
import { sessionStore } from '@/api/session'
import type { App } from '@/contract/apps'
import { redirectTo } from '@/platform/navigation'
import type { WideShellProps } from '@/ui'
import { useLocale, useText } from '../language/text'
import { modulesOf } from './modules'
import { type AppPage, appPath, openNavigation, PORTFOLIO_PATH } from './routes'

/** The left navigation of an app's pages, and of the page that shows all of them. */
export function useWideShell(
  appid: string,
  app: App | null,
  page: AppPage | 'portfolio',
  opener: NonNullable<WideShellProps['app']>,
): WideShellProps {
  const { apps, access, portfolio } = useText()
  const locale = useLocale()
  const user = useStore(sessionStore, state => state.signedIn?.user ?? null)
  const groups = modulesOf(app, locale).map(({ title, modules }) => ({
    title,
    items: modules
      .filter(({ isLocked }) => !isLocked)
      .map(({ id, icon, text }) => ({ id, icon, text, onPress: () => redirectTo(appPath(id, appid)) })),
  }))
  const everyApp = {
    title: portfolio.all,
    items: [
      { id: 'portfolio', icon: 'portfolio' as const, text: portfolio.title, onPress: () => redirectTo(PORTFOLIO_PATH) },
    ],
  }
  return {
    label: apps.navigation,
    app: opener,
    groups: [...groups, everyApp].filter(({ items }) => items.length > 0),
    current: page,
    person:
      user === null
        ? undefined
        : {
            avatar: { name: user.nickname, colorKey: user.id, url: user.avatarUrl },
            text: app === null ? user.nickname : `${user.nickname} · ${access.role[app.role]}`,
            onPress: () => openNavigation(appid),
          },
  }
}
