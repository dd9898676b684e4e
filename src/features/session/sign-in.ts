import { call } from '../../api'
import { keepLocale, keepSession, sessionStore } from '../../api/session'
import type { DemoPerson, Locale, Me } from '../../contract/identity'

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
