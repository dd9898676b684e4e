/** The field that a sparkline is drawn in: twice its px, so that whole numbers are fine enough. */
export const SPARK = { width: 144, height: 56, edge: 5 } as const

/**
 * The line as the `d` of an SVG path: low and high of its own numbers fill the field, equal ones lie in the middle, a day without a number is a
 * gap, and one between two gaps a dot. Empty where nothing is known.
 */
export function sparkPath(values: readonly (number | null)[]): string {
  const known = values.filter(value => value !== null)
  if (known.length === 0) return ''
  const low = Math.min(...known)
  const high = Math.max(...known)
  const { width, height, edge } = SPARK
  const step = (width - 2 * edge) / Math.max(1, values.length - 1)
  const x = (at: number) => Math.round(edge + at * step)
  const y = (value: number) =>
    Math.round(high === low ? height / 2 : edge + ((high - value) / (high - low)) * (height - 2 * edge))
  return values
    .map((value, at) => {
      if (value === null) return ''
      const begins = (values[at - 1] ?? null) === null
      const isAlone = begins && (values[at + 1] ?? null) === null
      return `${begins ? 'M' : ' '}${x(at)} ${y(value)}${isAlone ? 'h0' : ''}`
    })
    .join('')
}
