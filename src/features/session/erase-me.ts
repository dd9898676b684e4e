import { call } from '../../api'
import { sessionStore } from '../../api/session'
import { reLaunch } from '../../platform/navigation'
import { SIGN_IN } from './destination'
import { forgetPerson } from './sign-in'

let erasedId: string | null = null

/**
 * Erases the person on the server. The page that says so forgets the rest: as long as another is open, WeChat would sign in anew.
 * @throws ApiError `conflict` for the last admin of an app
 */
export async function eraseMe(): Promise<void> {
  const id = sessionStore.getState().signedIn?.user.id ?? null
  await call('deleteMe', {})
  erasedId = id
  reLaunch(`${SIGN_IN}?erased=1`)
}

/** Leaves nothing of whom was erased on this device. */
export function forgetErased(): void {
  if (erasedId !== null && sessionStore.getState().signedIn?.user.id === erasedId) forgetPerson()
  erasedId = null
}
