/** One measured figure beside the limit that it is held to. */
export interface Figure {
  name: string
  measured: string
  limit: string
  holds: boolean
  /** How it came about: counts, the other side of a ratio, the spread. */
  detail: string
}

/** A figure of a number that should be at most, or at least, its limit. */
export function figure(
  name: string,
  value: number,
  bound: { atMost: number } | { atLeast: number },
  show: (value: number) => string,
  detail: string,
): Figure {
  const atMost = 'atMost' in bound
  const limit = atMost ? bound.atMost : bound.atLeast
  return {
    name,
    measured: show(value),
    limit: `${atMost ? '≤' : '≥'} ${show(limit)}`,
    holds: atMost ? value <= limit : value >= limit,
    detail,
  }
}

export function markdownTable(figures: readonly Figure[]): string {
  const rows = figures.map(({ name, measured, limit, holds, detail }) =>
    ['', name, measured, limit, holds ? 'yes' : 'NO', detail, ''].join(' | ').trim(),
  )
  return ['| figure | measured | limit | holds | how |', '|---|---|---|---|---|', ...rows].join('\n')
}

export function median(values: readonly number[]): number {
  const sorted = [...values].sort((one, other) => one - other)
  const middle = Math.floor(sorted.length / 2)
  const upper = sorted[middle] ?? Number.NaN
  return sorted.length % 2 === 1 ? upper : ((sorted[middle - 1] ?? Number.NaN) + upper) / 2
}

export const percent = (share: number) => `${(share * 100).toFixed(0)} %`
export const milliseconds = (ms: number) => `${ms.toFixed(0)} ms`
export const seconds = (ms: number) => `${(ms / 1000).toFixed(1)} s`
export const calls = (count: number) => `${count}`
