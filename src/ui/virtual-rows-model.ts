/** Rows up to which a list is drawn whole. */
export const WHOLE_LIST = 50
/** Rows that come and go together. */
export const CHUNK = 10

/** How much of a list is drawn; rows that weigh much on the phone come in smaller pieces. */
export interface Portion {
  /** Rows up to which the list is drawn whole. */
  whole: number
  /** Rows that come and go together. */
  chunk: number
}

export interface Window {
  from: number
  to: number
}

export interface ListPlace {
  count: number
  /** px */
  rowHeight: number
  /** Of the list's upper edge below the window's; negative once it is scrolled past. px */
  top: number
  /** px */
  viewHeight: number
}

/** The rows to draw: those on the screen and one chunk around, by whole chunks, so that a short way changes nothing. */
export function windowOf(
  { count, rowHeight, top, viewHeight }: ListPlace,
  { whole, chunk }: Portion = { whole: WHOLE_LIST, chunk: CHUNK },
): Window {
  if (count <= whole) return { from: 0, to: count }
  const height = chunk * rowHeight
  const first = Math.floor(-top / height) - 1
  const last = Math.floor((viewHeight - top) / height) + 1
  const within = (at: number) => Math.min(count, Math.max(0, at * chunk))
  return { from: Math.min(within(first), within(Math.ceil(count / chunk) - 1)), to: Math.max(within(last + 1), chunk) }
}
