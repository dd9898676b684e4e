/** Whole parts of `total` in proportion to the weights; they add up to `total` exactly. */
export function split(total: number, weights: readonly number[]): number[] {
  const sum = weights.reduce((left, right) => left + right, 0)
  let seen = 0
  let given = 0
  return weights.map(weight => {
    seen += weight
    const upTo = sum > 0 ? Math.round((seen / sum) * total) : 0
    const part = upTo - given
    given = upTo
    return part
  })
}

/** As `split`, but no part above its cap; what does not fit goes to the first parts with room. Σ caps must be ≥ total. */
export function splitCapped(total: number, weights: readonly number[], caps: readonly number[]): number[] {
  let over = 0
  const parts = split(total, weights).map((part, index) => {
    const kept = Math.min(part, caps[index] ?? 0)
    over += part - kept
    return kept
  })
  for (let index = 0; index < parts.length && over > 0; index++) {
    const room = Math.min(over, (caps[index] ?? 0) - (parts[index] ?? 0))
    parts[index] = (parts[index] ?? 0) + room
    over -= room
  }
  return parts
}

/** As many decimals as WeChat's answers carry. */
export function decimals(value: number, places: number): number {
  return Number(value.toFixed(places))
}
