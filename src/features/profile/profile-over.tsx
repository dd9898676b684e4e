import { useText } from '../language/text'
import { EraseSheet } from './erase-sheet'
import { PrivacySheet } from './privacy-sheet'
import type { ProfilePage } from './use-profile-page'

/** The sheets of 我的 and what is told in a toast. */
export function ProfileOver({ page }: { page: ProfilePage }) {
  const { profile } = useText()
  return (
    <>
      <EraseSheet title={profile.erase} open={page.isErasing} onClose={() => page.setErasing(false)} />
      <PrivacySheet privacy={page.privacy} />
      {page.toast}
    </>
  )
}
