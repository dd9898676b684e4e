/** Batches that arrived after `after`, up to and with `upTo`. */
export interface Arrivals {
  after: number
  upTo: number
}

/** SQL: true for a row of these batches. */
export const arrivedIn = (arrival: string, { after, upTo }: Arrivals) =>
  `${arrival} > ${after} and ${arrival} <= ${upTo}`
