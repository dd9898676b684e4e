import { useStore } from 'zustand'
import { sessionStore } from '@/api/session'
import { useSeen } from '@/platform/seen'
import { Card, ListHeading, ListRow } from '@/ui'
import { useLocale, useText } from '../language/text'
import { NoticesRow } from '../notices/notices-row'
import { openProfile } from '../shell/routes'
import { signOut } from './leave-device'
import { chooseLocale } from './sign-in'

/** Who is signed in, what one was told, the own page, the language, and the way out. */
export function AccountCard() {
  const { apps } = useText()
  const locale = useLocale()
  const user = useSeen(useStore(sessionStore, state => state.signedIn?.user ?? null))
  return (
    <>
      <ListHeading title={user === null ? apps.account : user.nickname} />
      <Card flush label={apps.account}>
        {user === null ? null : <NoticesRow />}
        {user === null ? null : <ListRow icon="person" title={apps.account} chevron onPress={openProfile} />}
        <ListRow
          icon="compare"
          title={apps.language}
          chevron
          onPress={() => chooseLocale(locale === 'en' ? 'zh-CN' : 'en')}
        />
        {user === null ? null : <ListRow icon="exit" title={apps.signOut} chevron onPress={() => void signOut()} />}
      </Card>
    </>
  )
}
