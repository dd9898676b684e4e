import { useStore } from 'zustand'
import { sessionStore } from '../../api/session'
import type { Locale } from '../../contract/identity'
import { type Text, textOf } from '../../lib/text'
import { useSeen } from '../../platform/seen'

/** The language of this device. */
export const useLocale = (): Locale => useSeen(useStore(sessionStore, state => state.locale))

/** Every word of the screen in the language of this device. */
export const useText = (): Text => textOf(useLocale())
