/** A whole number from 0 on that is told exactly; anything else says nothing. */
export const wholeNumberOf = (value: unknown, most = Number.MAX_SAFE_INTEGER): number | null =>
  typeof value === 'number' && Number.isInteger(value) && value >= 0 && value <= most ? value : null
