/** Rows up to which a list is drawn whole. */
export const WHOLE_LIST = 50
/** Rows that come and go together. */
export const CHUNK = 10

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
export function windowOf({ count, rowHeight, top, viewHeight }: ListPlace): Window {
  if (count <= WHOLE_LIST) return { from: 0, to: count }
  const chunk = CHUNK * rowHeight
  const first = Math.floor(-top / chunk) - 1
  const last = Math.floor((viewHeight - top) / chunk) + 1
  const within = (at: number) => Math.min(count, Math.max(0, at * CHUNK))
  return { from: Math.min(within(first), within(Math.ceil(count / CHUNK) - 1)), to: Math.max(within(last + 1), CHUNK) }
}
