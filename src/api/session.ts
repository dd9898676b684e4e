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
const OUT = 'out'

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
  letIn()
  setItem(SESSION, signedIn)
  sessionStore.setState({ signedIn })
}

/** Forgets the session on this device. */
export function dropSession(): void {
  removeItem(SESSION)
  sessionStore.setState({ signedIn: null })
}

/** The person signed out: WeChat is not asked who it is before a tap wants that. */
export const keepOut = (): boolean => setItem(OUT, true)
/** The person wants to be in again. */
export const letIn = (): void => removeItem(OUT)
export const isOut = (): boolean => getItem<boolean>(OUT) === true

/** Chooses the language of this device. */
export function keepLocale(locale: Locale): void {
  setItem(LOCALE, locale)
  setDocumentLocale(locale)
  sessionStore.setState({ locale })
}
