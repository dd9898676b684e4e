import type { App } from '@/contract/apps'
import { redirectTo } from '@/platform/navigation'
import { Card, Empty, ListHeading, ListRow } from '@/ui'
import { scopeWords } from '../apps/model'
import { useLocale, useText } from '../language/text'
import { WhomToAsk } from './contacts'
import { modulesOf } from './modules'
import { appPath } from './routes'

/** A section that is not open to this person: what is, and whom to ask. */
export function NoRight({ app, section }: { app: App | null; section: string }) {
  const { states, apps } = useText()
  const locale = useLocale()
  const open = modulesOf(app, locale).flatMap(({ modules }) => modules.filter(({ isLocked }) => !isLocked))
  return (
    <>
      <Card>
        <Empty
          art="lock"
          title={states.noRightTitle(section)}
          text={app === null ? states.noRight : states.noRightText(scopeWords(app, locale))}
        />
      </Card>
      <WhomToAsk appid={app?.appid ?? ''} />
      {app !== null && open.length > 0 ? (
        <>
          <ListHeading title={apps.openGroup} />
          <Card flush>
            {open.map(({ id, icon, text }) => (
              <ListRow key={id} icon={icon} title={text} chevron onPress={() => redirectTo(appPath(id, app.appid))} />
            ))}
          </Card>
        </>
      ) : null}
    </>
  )
}
