import { createStore } from 'zustand/vanilla'
import type { Locale, User } from '../contract/identity'
import { localeOf } from '../lib/text'
import { getItem, removeItem, setItem } from '../platform/storage'
import { getLocale, setDocumentLocale } from '../platform/system'

/** Who is signed in on this device. The token is good for the server only and never shown. */
export interface SignedIn {
  token: string
  user: User
}

const SESSION = 'session'
const LOCALE = 'locale'

export interface SessionState {
  signedIn: SignedIn | null
  locale: Locale
}

export const sessionStore = createStore<SessionState>(() => ({
  signedIn: getItem<SignedIn>(SESSION),
  locale: getItem<Locale>(LOCALE) ?? localeOf(getLocale()),
}))

setDocumentLocale(sessionStore.getState().locale)

/** Takes over a session that the server has opened. */
export function keepSession(signedIn: SignedIn): void {
  setItem(SESSION, signedIn)
  sessionStore.setState({ signedIn })
}

/** Forgets the session on this device. */
export function dropSession(): void {
  removeItem(SESSION)
  sessionStore.setState({ signedIn: null })
}

/** Chooses the language of this device. */
export function keepLocale(locale: Locale): void {
  setItem(LOCALE, locale)
  setDocumentLocale(locale)
  sessionStore.setState({ locale })
}
