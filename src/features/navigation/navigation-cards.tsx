import type { ReactNode } from 'react'
import { redirectTo } from '@/platform/navigation'
import { Button, Card, Change, ListHeading, ListRow, Locked, SkeletonRows, Tag } from '@/ui'
import { PortfolioEntry } from '../apps/portfolio-entry'
import { useApp, useApps } from '../apps/queries'
import { useLocale, useText } from '../language/text'
import { WhomToAsk } from '../shell/contacts'
import { type Module, modulesOf } from '../shell/modules'
import { appPath, openList } from '../shell/routes'
import { BackfillCard } from '../status/status-cards'
import { useKeyNumbers } from './use-key-numbers'

/** 导航页 of an app: which app, its pages with their key numbers, what is locked. */
export function NavigationCards({ appid }: { appid: string }) {
  const { apps, access, states } = useText()
  const locale = useLocale()
  const app = useApp(appid)
  const hasSeveral = (useApps().data?.apps.length ?? 0) > 1
  const numberOf = useKeyNumbers(appid, app)
  if (app === null) {
    return (
      <Card flush>
        <SkeletonRows count={3} label={states.reading} />
      </Card>
    )
  }
  const groups = modulesOf(app, locale)
  const locked = groups.flatMap(({ modules }) => modules.filter(({ isLocked }) => isLocked))
  const row = (module: Module) => {
    const number = numberOf(module.id)
    return (
      <ListRow
        key={module.id}
        icon={module.icon}
        title={module.text}
        chevron
        trailing={
          number && (
            <>
              {number.text}
              {number.change ? <Change {...number.change} /> : null}
            </>
          )
        }
        onPress={() => redirectTo(appPath(module.id, appid))}
      />
    )
  }
  return (
    <>
      <Card flush label={app.name}>
        <ListRow
          wrap
          title={app.name}
          avatar={{ name: app.name, colorKey: app.appid, url: app.avatarUrl, square: app.kind === 'minigame' }}
          subtitle={
            <>
              {access.kind[app.kind]}
              <Tag text={access.role[app.role]} />
            </>
          }
          trailing={<Button small text={apps.switchApp} onPress={openList} />}
        />
      </Card>
      {groups.map(({ id, title, modules }) => {
        const open = modules.filter(({ isLocked }) => !isLocked)
        if (open.length === 0) return null
        return (
          <GroupCard key={id} title={id === 'visits' || id === 'manage' ? title : null}>
            {open.map(row)}
          </GroupCard>
        )
      })}
      {hasSeveral ? <PortfolioEntry /> : null}
      <BackfillCard appid={appid} />
      {locked.length > 0 ? (
        <>
          <GroupCard title={apps.lockedGroup}>
            {locked.map(({ id, icon, text }) => (
              <ListRow key={id} dim icon={icon} title={text} trailing={<Locked label={apps.locked} />} />
            ))}
          </GroupCard>
          <WhomToAsk appid={appid} />
        </>
      ) : null}
    </>
  )
}

function GroupCard({ title, children }: { title: string | null; children: ReactNode }) {
  return (
    <>
      {title === null ? null : <ListHeading title={title} />}
      <Card flush label={title ?? undefined}>
        {children}
      </Card>
    </>
  )
}
