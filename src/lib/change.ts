import type { Change } from '../contract/reports'

/** Which way a number went; `new` rose from nothing. */
export type Direction = 'up' | 'down' | 'flat' | 'none'

/** A change as it is drawn: the arrow carries the sign, the text has none. */
export interface ChangeText {
  direction: Direction
  text: string
}

/** The words that a change needs, from the text catalogue. */
export interface ChangeWords {
  new: string
  flat: string
  points: (value: string) => string
}

const LIMIT = 9.99

/** Of a fraction, without its sign: hundredths with one decimal. */
const hundredths = (fraction: number): string => (Math.abs(fraction) * 100).toFixed(1)

const size = (fraction: number): string => (Math.abs(fraction) > LIMIT ? '>999%' : `${hundredths(fraction)}%`)

/** `▲3.2%` as direction `up` and text `3.2%`; rules of metrics M4. */
export function changeText(change: Pick<Change, 'kind' | 'value'>, words: ChangeWords): ChangeText {
  if (change.kind === 'new') return { direction: 'up', text: words.new }
  if (change.kind === 'none' || (change.kind !== 'flat' && change.value === null)) {
    return { direction: 'none', text: '--' }
  }
  if (change.kind === 'flat' || change.value === 0 || change.value === null) {
    return { direction: 'flat', text: words.flat }
  }
  const amount = hundredths(change.value)
  // what is written as nothing went nowhere
  const direction = Number(amount) === 0 ? 'flat' : change.value > 0 ? 'up' : 'down'
  if (change.kind === 'points') return { direction, text: words.points(amount) }
  return { direction, text: size(change.value) }
}

/** The same with a sign for places without an arrow: `+3.2%`, `-3.2%`. */
export function signedChange(change: ChangeText): string {
  const sign = change.direction === 'up' ? '+' : change.direction === 'down' ? '-' : ''
  return /\d/.test(change.text) ? `${sign}${change.text}` : change.text
}

/** Growth of a number against its base by metrics M4; what the server does for 概况, for tables made here. */
export function growth(current: number | null, base: number | null): Pick<Change, 'kind' | 'value'> {
  if (current === null || base === null) return { kind: 'none', value: null }
  if (base === 0) return current === 0 ? { kind: 'flat', value: 0 } : { kind: 'new', value: null }
  return { kind: 'percent', value: (current - base) / base }
}
