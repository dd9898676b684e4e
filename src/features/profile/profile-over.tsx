import { useText } from '../language/text'
import { EraseSheet } from './erase-sheet'
import type { ProfilePage } from './use-profile-page'

/** The sheet of 我的 and what is told in a toast. */
export function ProfileOver({ page }: { page: ProfilePage }) {
  const { profile } = useText()
  return (
    <>
      <EraseSheet title={profile.erase} open={page.isErasing} onClose={() => page.setErasing(false)} />
      {page.toast}
    </>
  )
}
