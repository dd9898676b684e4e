import { call, lastViews } from '../../api'
import { queryClient } from '../../api/query-client'
import { dropSession, keepLocale, keepSession, sessionStore } from '../../api/session'
import type { DemoPerson, Locale, Me } from '../../contract/identity'
import { reLaunch } from '../../platform/navigation'
import { forgetChoices } from '../choices/store'
import { SIGN_IN } from './destination'

/** Demo only: becomes one of its persons. */
export async function signInAs(person: DemoPerson): Promise<void> {
  const { token, user } = await call('createDemoSession', { body: { as: person } })
  keepSession({ token, user })
}

/** Signs in by the link that the operator printed; works once. */
export async function signInByLink(code: string): Promise<void> {
  const { token, user } = await call('redeemOperatorLink', { body: { code } })
  keepSession({ token, user })
}

/** Takes over the token that a phone has approved. */
export async function signInByToken(token: string): Promise<void> {
  const { pin: _, ...user } = await call('readMe', {}, { bearer: token })
  keepSession({ token, user })
}

/** Ends the session on the server and leaves nothing of the person on this device. */
export async function signOut(): Promise<void> {
  await call('deleteSession', {}).catch(() => null)
  forgetPerson()
  reLaunch(SIGN_IN)
}

/** Leaves nothing of the person on this device. */
export function forgetPerson(): void {
  const owner = sessionStore.getState().signedIn?.user.id
  if (owner !== undefined) lastViews.forgetOwner(owner)
  forgetChoices()
  queryClient.clear()
  dropSession()
}

/** Takes over what the server has changed of the person. */
export function keepUser({ pin: _, ...user }: Me): void {
  const { signedIn } = sessionStore.getState()
  if (signedIn !== null) keepSession({ ...signedIn, user })
}

/** Chooses the language here and, when signed in, for what the server writes. */
export function chooseLocale(locale: Locale): void {
  keepLocale(locale)
  if (sessionStore.getState().signedIn) void call('updateMe', { body: { locale } }).catch(() => null)
}
