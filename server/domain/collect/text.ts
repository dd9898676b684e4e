/** At most so many code points of a text, no pair of surrogates split. */
export function cut(text: string, length: number): string {
  if (text.length <= length) return text
  let end = 0
  for (let count = 0; count < length && end < text.length; count++) {
    end += (text.codePointAt(end) ?? 0) > 0xffff ? 2 : 1
  }
  return text.slice(0, end)
}

/** Lone surrogates and NUL: one or another store or encoder takes none of them. */
const UNSTORABLE = /[\p{Cs}\0]/u
/** Most texts have not even half of a pair; an expression without `u` says so far sooner. */
const SUSPECT = /[\0\ud800-\udfff]/
const EACH_UNSTORABLE = new RegExp(UNSTORABLE, 'gu')

/** A text that any store and any encoder takes: what they do not becomes U+FFFD. */
export const clean = (text: string): string =>
  SUSPECT.test(text) && UNSTORABLE.test(text) ? text.replace(EACH_UNSTORABLE, '\uFFFD') : text

/**
 * A text as it is kept: cut and clean. `null` when it is none, or empty.
 * @param length in code points
 */
export function textOf(value: unknown, length: number): string | null {
  return typeof value === 'string' && value !== '' ? clean(cut(value, length)) : null
}
