import { AdminSheet } from './admin-sheet'
import { FindSheet } from './find-sheet'
import { GrantSheet } from './grant-sheet'
import { LinkSheet } from './link-sheet'
import type { GrantsPage } from './use-grants-page'

/** The sheets of 授权 and what is told in a toast. */
export function GrantsOver({ page }: { page: GrantsPage }) {
  const { deeds, draft, opened } = page
  return (
    <>
      <GrantSheet
        grant={opened}
        onChange={deeds.change}
        onRevoke={grant => void deeds.revoke(grant)}
        onMakeAdmin={deeds.makeAdmin}
        onClose={() => page.open(null)}
      />
      <AdminSheet
        admin={page.openedAdmin}
        mayGo={page.admins.length > 1}
        onRemove={admin => void deeds.removeAdmin(admin)}
        onClose={() => page.openAdmin(null)}
      />
      <FindSheet
        open={page.isFinding}
        onGrant={deeds.grant}
        onMakeAdmin={deeds.makeAdmin}
        onClose={() => page.setFinding(false)}
      />
      <LinkSheet link={draft.link} onClose={draft.close} />
      {page.toast}
    </>
  )
}
