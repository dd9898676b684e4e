/** What the y axis counts: whole things, seconds, numbers with decimals, or fractions read as percent. */
export type AxisUnit = 'count' | 'seconds' | 'decimal' | 'percent'

export interface Scale {
  /** Lowest and highest value drawn. */
  min: number
  max: number
  /** Distance of two grid lines. */
  step: number
}

const lines = 3
/** A product without the dust of binary fractions. */
const times = (step: number, count: number) => Number((step * count).toPrecision(12))
const decimalSteps = [1, 1.5, 2, 2.5, 3, 4, 5, 6, 8, 10]
const secondSteps = [1, 2, 5, 10, 15, 20, 30, 60, 120, 180, 300, 600, 900, 1_200, 1_800, 3_600]

/** The smallest round number that is not below `least`, in steps that a reader of `unit` calls round. */
export function roundUp(least: number, unit: AxisUnit): number {
  if (unit === 'seconds') {
    const step = secondSteps.find(one => one >= least)
    if (step !== undefined) return step
    return roundUp(least / 3_600, 'count') * 3_600
  }
  const power = 10 ** Math.floor(Math.log10(least))
  // the small part forgives what binary fractions add
  const mantissa = decimalSteps.find(one => one * power >= least - power * 1e-9) ?? 10
  const step = Number((mantissa * power).toPrecision(3))
  return unit === 'count' ? Math.max(1, Math.ceil(step)) : step
}

/**
 * Three grid lines over zero that hold every value; below zero as many as needed.
 * null when no value is known: then there is nothing to write at the axis.
 */
export function scaleFor(values: readonly (number | null)[], unit: AxisUnit): Scale | null {
  const known = values.filter(value => value !== null)
  if (known.length === 0) return null
  const highest = Math.max(0, ...known)
  const lowest = Math.min(0, ...known)
  const least = (highest - lowest) / lines
  // below this a power of ten is no number any more, and all is zero to the eye
  const step = roundUp(least > 1e-300 ? least : 1, unit)
  const above = Math.max(Math.ceil(highest / step), lowest === 0 ? lines : 0)
  const below = lowest === 0 ? 0 : Math.ceil(-lowest / step)
  const min = below === 0 ? 0 : times(step, -below)
  const max = times(step, above)
  return { min, max, step }
}
