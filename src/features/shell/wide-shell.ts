import { useStore } from 'zustand'
import { sessionStore } from '@/api/session'
import type { App } from '@/contract/apps'
import { redirectTo } from '@/platform/navigation'
import type { WideShellProps } from '@/ui'
import { useLocale, useText } from '../language/text'
import { modulesOf } from './modules'
import { type AppPage, appPath, openNavigation } from './routes'

/** The left navigation of an app's pages. */
export function useWideShell(
  appid: string,
  app: App | null,
  page: AppPage,
  opener: NonNullable<WideShellProps['app']>,
): WideShellProps {
  const { apps, access } = useText()
  const locale = useLocale()
  const user = useStore(sessionStore, state => state.signedIn?.user ?? null)
  const groups = modulesOf(app, locale).map(({ title, modules }) => ({
    title,
    items: modules
      .filter(({ isLocked }) => !isLocked)
      .map(({ id, icon, text }) => ({ id, icon, text, onPress: () => redirectTo(appPath(id, appid)) })),
  }))
  return {
    label: apps.navigation,
    app: opener,
    groups: groups.filter(({ items }) => items.length > 0),
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
