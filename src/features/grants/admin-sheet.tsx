import { useStore } from 'zustand'
import { sessionStore } from '@/api/session'
import type { Admin } from '@/contract/access'
import { dayOf } from '@/contract/periods'
import { spokenDay } from '@/lib/dates'
import { Button, KeyValues, Note, Sheet } from '@/ui'
import { useLocale, useText } from '../language/text'

export interface AdminSheetProps {
  admin: Admin | null
  /** There is another one. */
  mayGo: boolean
  onRemove: (admin: Admin) => void
  onClose: () => void
}

/** One admin: who that is, what goes with the role, and the way out of it. */
export function AdminSheet({ admin, mayGo, onRemove, onClose }: AdminSheetProps) {
  const { grants, states } = useText()
  const locale = useLocale()
  const me = useStore(sessionStore, state => state.signedIn?.user.id ?? null)
  return (
    <Sheet
      id="admin-sheet"
      open={admin !== null}
      title={admin?.nickname ?? ''}
      closeLabel={states.close}
      onClose={onClose}
    >
      {admin === null ? null : (
        <>
          <KeyValues
            rows={[
              { key: grants.handle, value: admin.handle ?? grants.noHandle },
              { key: grants.adminFrom, value: spokenDay(dayOf(Date.parse(admin.since)), locale) },
            ]}
          />
          <Note text={mayGo ? (admin.userId === me ? grants.removeMeText : grants.removeText) : grants.lastAdminText} />
          {mayGo ? (
            <Button
              block
              kind="danger"
              text={admin.userId === me ? grants.removeMe : grants.removeAdminOf(admin.nickname)}
              onPress={() => {
                onClose()
                onRemove(admin)
              }}
            />
          ) : null}
        </>
      )}
    </Sheet>
  )
}
