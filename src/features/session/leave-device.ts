import { call, lastViews } from '../../api'
import { queryClient } from '../../api/query-client'
import { dropSession, keepOut, sessionStore } from '../../api/session'
import { reLaunch } from '../../platform/navigation'
import { forgetChoices } from '../choices/store'
import { SIGN_IN } from './destination'

let leavingId: string | null = null

/** Ends the session on the server and leaves nothing of the person on this device. */
export async function signOut(): Promise<void> {
  await call('deleteSession', {}).catch(() => null)
  leave(SIGN_IN)
}

/**
 * Erases the person on the server, and with it everything that this device keeps.
 * @throws ApiError `conflict` for the last admin of an app
 */
export async function eraseMe(): Promise<void> {
  await call('deleteMe', {})
  leave(`${SIGN_IN}?erased=1`)
}

/** What is kept goes at once; who it was, once no page is open any more that would ask for a new sign-in. */
function leave(to: string) {
  leavingId = sessionStore.getState().signedIn?.user.id ?? null
  if (leavingId !== null) lastViews.forgetOwner(leavingId)
  keepOut()
  reLaunch(to)
}

/** For the page that is left: nobody is signed in on this device any more. */
export function forgetLeaving(): void {
  if (leavingId !== null && sessionStore.getState().signedIn?.user.id === leavingId) {
    lastViews.forgetOwner(leavingId)
    forgetChoices()
    queryClient.clear()
    dropSession()
  }
  leavingId = null
}
