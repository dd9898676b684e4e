import type { Locale } from '../../src/contract/identity.ts'
import { translator } from '../support/translated.ts'
import type { Target } from '../support/weapp/index.ts'
import type { Limit } from './costs.ts'

export const KB = 1024
export const FIRST_PAINT: Limit = { calls: 2, bytes: 64 * KB }
/** A tap that changes no table. */
export const PLAIN_TAP: Limit = { bytes: 2 * KB }
export const TABLE_CHANGE: Limit = { bytes: 16 * KB }

/** What a test touches, named in Chinese and found in the language of the phone. */
export function controlsIn(locale: Locale) {
  const say = translator(locale)
  return {
    say,
    button: (part: string): Target => ({ role: 'button', part: say(part) }),
    radio: (name: string): Target => ({ role: 'radio', name: say(name) }),
  }
}

/** How WeChat names a language. */
export const languageOf = (locale: Locale) => (locale === 'en' ? 'en' : 'zh_CN')

export const CLOSE: Target = { selector: '.da-sh-x' }
