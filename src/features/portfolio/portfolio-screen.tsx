import type { ReactNode } from 'react'
import { useStore } from 'zustand'
import { dataDate } from '@/lib/dates'
import { goBack } from '@/platform/navigation'
import { PictureCanvas } from '@/platform/picture'
import { useSeen } from '@/platform/seen'
import { Button, Dock, DockItem, Head, NavBar, PickRow, Screen, Sheet, useToast, useWide } from '@/ui'
import { useApp, useApps } from '../apps/queries'
import { choicesStore } from '../choices/store'
import { Freshness } from '../freshness/freshness'
import { useLocale, useText } from '../language/text'
import { changeKeys } from '../overview/model'
import { DockActionItems } from '../report/dock-actions'
import { useShare } from '../share/use-share'
import { openList } from '../shell/routes'
import { useWideShell } from '../shell/wide-shell'
import { portfolioPicture } from './picture'
import type { PortfolioPage } from './use-portfolio-page'

/** The frame of 组合: whose numbers, of which day, and at the thumb what they are compared with. */
export function PortfolioScreen({ page, children }: { page: PortfolioPage; children: ReactNode }) {
  const { apps, portfolio, states } = useText()
  const locale = useLocale()
  const isWide = useWide()
  const { standing, date, base, isChoosing, setChoosing, onBase, onRetry, explain, reason, rows, metric } = page
  const { toast, show } = useToast()
  const isNobodys = page.view.data?.apps.length === 0
  const line = `${portfolio.date} ${dataDate(date, locale)}`
  const onShare = useShare({
    app: { name: portfolio.all },
    title: portfolio.title,
    line,
    standing,
    range: { from: date, to: date },
    picture:
      rows === null || rows.compared.length + rows.others.length === 0
        ? null
        : () => portfolioPicture(rows, metric, locale),
    onDone: show,
  })
  return (
    <Screen
      nav={
        <NavBar
          leading={{ icon: 'home', label: apps.home, onPress: () => goBack('/pages/apps/index?choose=1') }}
          title={portfolio.all}
        />
      }
      shell={useLastAppShell()}
      head={
        <Head
          title={portfolio.title}
          badge={isNobodys ? null : <Freshness standing={standing} explain={explain} onRetry={onRetry} />}
          line={line}
          source={{ text: states.official }}
        />
      }
      dock={
        <Dock label={portfolio.base}>
          <DockItem narrowOnly icon="menu" text={portfolio.list} onPress={openList} />
          {isWide ? null : (
            <Button
              grow
              icon="sort"
              text={portfolio.against[base]}
              label={`${portfolio.against[base]} ${portfolio.base}`}
              onPress={() => setChoosing(true)}
            />
          )}
          <DockActionItems onShare={onShare} onRefresh={onRetry} />
        </Dock>
      }
      over={
        <>
          <Sheet
            id="base-sheet"
            open={isChoosing}
            title={portfolio.base}
            closeLabel={states.close}
            onClose={() => setChoosing(false)}
          >
            {changeKeys.map(key => (
              <PickRow key={key} title={portfolio.against[key]} checked={key === base} onPress={() => onBase(key)} />
            ))}
          </Sheet>
          {reason}
          {toast}
          <PictureCanvas />
        </>
      }
    >
      {children}
    </Screen>
  )
}

/** The left navigation is that of the app looked at last, before there is one that of the first. */
function useLastAppShell() {
  const { apps } = useText()
  const { data: list } = useApps()
  const chosen = useSeen(useStore(choicesStore, choices => choices.lastAppid))
  const last = chosen ?? list?.apps[0]?.appid ?? ''
  const app = useApp(last)
  const avatar = {
    name: app?.name ?? '',
    colorKey: last,
    url: app?.avatarUrl ?? null,
    square: app?.kind === 'minigame',
  }
  const opener = { avatar, label: `${avatar.name} ${apps.switchApp}`, onPress: openList }
  const shell = useWideShell(last, app, 'portfolio', opener)
  return app === null ? undefined : shell
}
